import { describe, expect, test } from 'vitest'
import { openDemo } from './support/openDemo.ts'

describe.each(['React', 'Vue'] as const)('the language select with %s', (framework) => {
  test('changes the panel, and a reload keeps the choice', async () => {
    const { page } = await openDemo()
    await page.goto(`/${framework.toLowerCase()}`)
    const panel = page.locator('.panel-body')
    await page.getByLabel('Language').selectOption('Deutsch (Sie)')
    await expect(panel.getByText('von 10 Plätzen vergeben')).toAppear()
    await expect(panel.getByRole('button', { name: 'Einladen', exact: true })).toAppear()
    expect(await panel.getAttribute('lang')).toBe('de')
    await page.reload()
    await expect(panel.getByText('von 10 Plätzen vergeben')).toAppear()

    await panel.getByLabel('Per E-Mail einladen').fill('mei@fernhill.example')
    await panel.getByRole('button', { name: 'Einladen', exact: true }).click()
    await expect(panel.getByText(/hat bereits einen Platz oder eine offene Einladung/)).toAppear()

    await page.getByLabel('Language').selectOption('日本語')
    await expect(panel.getByText('／10シートを使用中')).toAppear()
  })
})

test.each([360, 1280])('every language fits a page of %d px', { timeout: 120_000 }, async (width) => {
  const { page } = await openDemo({ viewport: { width, height: 900 } })
  await page.goto('/react')
  for (const name of ['English', 'Deutsch (Sie)', 'Deutsch (du)', 'Français', 'Español', '日本語']) {
    await page.getByLabel('Language').selectOption(name)
    await page.waitForLoadState()
    await expect(page.getByRole('row').filter({ hasText: 'Mei Tanaka' })).toAppear()
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess, name).toBe(0)
  }
})
