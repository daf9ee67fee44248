import { expect, test } from 'vitest'
import { openDemo } from './support/openDemo.ts'
import { frameworks, openPanel, findPanel } from './support/findPanel.ts'

test.each(frameworks)('no element moves if the user prefers reduced motion: %s', async (framework) => {
  const { page } = await openDemo({ reducedMotion: 'reduce' })
  await openPanel(page, framework)
  await findPanel(page, framework).invite('ada@fernhill.example')
  await expect(findPanel(page, framework).row('ada@fernhill.example').getByText('Invited', { exact: true })).toAppear()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})

test.each(frameworks)('a chosen theme is kept after a reload: %s', async (framework) => {
  const { page } = await openDemo({ colorScheme: 'light' })
  await openPanel(page, framework)
  const backgroundColor = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await backgroundColor()
  await page.getByRole('button', { name: 'Theme: automatic' }).click()
  await page.getByRole('button', { name: 'Theme: light' }).click()
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toAppear()
  const dark = await backgroundColor()
  expect(dark).not.toBe(light)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toAppear()
  expect(await backgroundColor()).toBe(dark)
})
