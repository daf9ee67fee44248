import type { Page } from 'playwright-core'
import type { Framework } from './findPanel.ts'

/** Opens the newest email to an address, follows its link, and resolves with the new tab. */
export async function followInvitation(page: Page, to: string, framework: Framework): Promise<Page> {
  await page.bringToFront()
  const drawer = page.getByRole('complementary', { name: 'Lab' })
  await drawer.getByRole('tab', { name: 'Inbox' }).click()
  await drawer.getByRole('button', { name: to }).first().click()
  const openedTab = page.context().waitForEvent('page')
  await drawer.getByRole('link', { name: `Open in ${framework}` }).click()
  return openedTab
}
