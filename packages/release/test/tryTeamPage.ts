import { openPage } from './openPage.ts'

/** Opens a team page, invites a person, reloads the page and revokes the invitation. Returns the text of the row. */
export async function tryTeamPage(url: string): Promise<string> {
  // The first request of a development server builds the page.
  const page = await openPage(url)
  // Next and Nuxt render the page on the server. The page reacts to clicks once it opens its event stream. When the
  // stream is answered, a development server has also built the routes. On a busy machine, that takes longer than the
  // 10 s that the page waits for an answer.
  const reload = async () => {
    const streamAnswer = page.waitForResponse(/\/customer-seats\/events/)
    await page.reload()
    await streamAnswer
  }
  await reload()
  const row = page.locator('li, tr').filter({ hasText: 'ada@example.com' })
  const revoke = row.getByRole('button', { name: 'Revoke' })
  await page.getByRole('textbox').fill('ada@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  // An optimistic seat has no such button, and would disappear after a reload.
  await revoke.waitFor()
  await reload()
  await revoke.waitFor()
  const text = await row.innerText()
  const answer = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await revoke.click()
  if (!(await answer).ok()) throw new Error(`The revoke was answered with ${(await answer).status()}.`)
  await revoke.waitFor({ state: 'detached' })
  return text
}
