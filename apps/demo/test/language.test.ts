import { describe, expect, test } from 'vitest'
import { openDemo } from './support/openDemo.ts'

describe.each(['React', 'Vue'] as const)('the language select with %s', (framework) => {
  test('changes the panel, and a reload keeps the choice', async () => {
    const { page } = await openDemo()
    await page.goto(`/${framework.toLowerCase()}`)
    const panel = page.locator('.panel-body')
    const select = page.locator('select.language')
    await select.selectOption('Deutsch (Sie)')
    await expect(panel.getByText('von 10 Plätzen vergeben')).toAppear()
    await expect(panel.getByRole('button', { name: 'Einladen', exact: true })).toAppear()
    expect(await panel.getAttribute('lang')).toBe('de')
    await page.reload()
    await expect(panel.getByText('von 10 Plätzen vergeben')).toAppear()

    await panel.getByLabel('Per E-Mail einladen').fill('mei@fernhill.example')
    await panel.getByRole('button', { name: 'Einladen', exact: true }).click()
    await expect(panel.getByText(/hat bereits einen Platz oder eine offene Einladung/)).toAppear()

    // The page around the panel uses the language too.
    await expect(page.getByRole('heading', { name: 'Plätze im Team' })).toAppear()
    await expect(page.getByRole('button', { name: 'Angemeldet als Jane Okafor Inhaber' })).toAppear()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')

    await select.selectOption('日本語')
    await expect(panel.getByText('／10シートを使用中')).toAppear()
    await expect(page.getByRole('heading', { name: 'チームのシート' })).toAppear()
  })
})

test.each([360, 1280])('every language fits a page of %d px', { timeout: 120_000 }, async (width) => {
  const { page } = await openDemo({ viewport: { width, height: 900 } })
  await page.goto('/react')
  for (const name of ['English', 'Deutsch (Sie)', 'Deutsch (du)', 'Français', 'Español', '日本語']) {
    await page.locator('select.language').selectOption(name)
    await page.waitForLoadState()
    await expect(page.getByRole('row').filter({ hasText: 'Mei Tanaka' })).toAppear()
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(excess, name).toBe(0)
  }
})
