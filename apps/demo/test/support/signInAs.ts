import type { Page } from 'playwright-core'

/** Signs in through the menu, as a visitor does. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await Promise.all([page.waitForEvent('load'), page.getByRole('list').getByRole('button', { name }).click()])
}
