import type { Locator, Page } from 'playwright-core'
import { findPanel, type Framework } from './findPanel.ts'

/** Chooses a seat count, and waits until its price can be confirmed. */
export async function openPrice(
  page: Page,
  framework: Framework,
  count: number,
  open: () => Promise<void> = () => findPanel(page, framework).button('Change the seats').click(),
): Promise<{ dialog: Locator; confirm: Locator }> {
  await open()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Seats in all').fill(String(count))
  await dialog.getByRole('button', { name: 'See what it costs' }).click()
  const confirm = dialog.getByRole('button', { name: /^(Buy|Reduce)/ })
  await confirm.and(dialog.locator('[aria-disabled="false"]')).waitFor()
  return { dialog, confirm }
}
