import type { Page } from 'playwright-core'
import { openPage } from './openPage.ts'

/**
 * Opens a team page and invites a person. Then invites another person in a second browser, and waits until the first
 * page shows them too. Reloads the page and invites the first person again, which is refused. Then revokes their
 * invitation, and waits until the page shows neither their row nor the error. Returns the text of the row.
 */
export async function tryTeamPage(url: string): Promise<string> {
  // The first request of a development server builds the page.
  const page = await openPage(url)
  await reload(page)
  await invite(page, 'ada@example.com')
  const second = await openPage(url)
  await reload(second)
  await invite(second, 'grace@example.com')
  await revokeButton(page, 'grace@example.com').waitFor()
  await reload(page)
  const revoke = revokeButton(page, 'ada@example.com')
  await revoke.waitFor()
  await invite(page, 'ada@example.com')
  const error = page.getByRole('alert').filter({ hasText: /already/ })
  await error.waitFor()
  const text = await rowOf(page, 'ada@example.com').innerText()
  const answer = page.waitForResponse((response) => response.request().method() === 'DELETE')
  // The rows have just moved below the error, so a click would be ignored.
  await revoke.press('Enter')
  if (!(await answer).ok()) throw new Error(`The revoke was answered with ${(await answer).status()}.`)
  await revoke.waitFor({ state: 'detached' })
  await error.waitFor({ state: 'detached' })
  return text
}

/**
 * Reloads the page and waits until its event stream is answered. Next and Nuxt render the page on the server, and it
 * reacts to clicks once it opens the stream. When the stream is answered, a development server has also built the
 * routes. On a busy machine, that takes longer than the 10 s that the page waits for an answer.
 */
async function reload(page: Page): Promise<void> {
  const streamAnswer = page.waitForResponse(/\/customer-seats\/events/)
  await page.reload()
  await streamAnswer
}

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox').fill(email)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await revokeButton(page, email).waitFor()
}

const rowOf = (page: Page, email: string) => page.locator('li, tr').filter({ hasText: email })

/** The button of a row that the server has answered. An optimistic row has none, and would disappear after a reload. */
const revokeButton = (page: Page, email: string) => rowOf(page, email).getByRole('button', { name: 'Revoke' })
