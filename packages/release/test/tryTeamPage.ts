import { chromium, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

/** Opens a team page, invites a person and revokes the invitation, with a reload after each. */
export async function tryTeamPage(url: string): Promise<void> {
  const page = await openPage()
  // Next and Nuxt render the page on the server. It reacts to clicks when it follows the changes of others.
  const reload = async () => {
    const following = page.waitForRequest(/\/customer-seats\/events/)
    await page.goto(url)
    await following
  }
  await reload()
  const row = page.locator('li, tr').filter({ hasText: 'ada@example.com' })
  const revoke = row.getByRole('button', { name: 'Revoke' })
  await page.getByRole('textbox').fill('ada@example.com')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  // A seat that is only shown in advance has no such button, and would be gone after a reload.
  await revoke.waitFor()
  await reload()
  await revoke.waitFor()
  expect(await row.innerText()).toMatch(/pending|Invited/)
  const revoked = page.waitForResponse((response) => response.request().method() === 'DELETE')
  await revoke.click()
  expect((await revoked).status()).toBe(200)
  await revoke.waitFor({ state: 'detached' })
}

async function openPage(): Promise<Page> {
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  // The first request of a development server builds the page.
  page.setDefaultTimeout(120_000)
  return page
}
