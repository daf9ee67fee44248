import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Demo } from '../server/startDemo.ts'
import { openDemo } from './support/openDemo.ts'
import { openPrice } from './support/openPrice.ts'
import { frameworks, findPanel } from './support/findPanel.ts'

/**
 * Returns the demo's policy. `data:` is for the icon of the demo.
 *
 * @param polar The origin of Polar, which the dialog of members calls with a session.
 */
const policyFor = (polar: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${polar}; font-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

declare global {
  /** The directives that the page has violated. */
  var violations: string[]
}

test.each(frameworks)('a strict content security policy blocks nothing of TeamPanel in %s', async (framework) => {
  const { demo, page } = await openDemo({ extraPeople: 120 })
  await openWithPolicy({ demo, page }, `/${framework.toLowerCase()}`)
  const { region, button, invite, notice } = findPanel(page, framework)
  // A long list sets the heights of its spaces with a script.
  await expect(region.locator('.seats-space')).toAppear()
  await expect(region.locator('.seats-cell-actions button').last()).toAppear()
  expect(
    await region
      .locator('.seats-space td')
      .last()
      .evaluate(({ clientHeight }) => clientHeight),
  ).toBeGreaterThan(500)
  const submit = region.getByRole('button', { name: 'Invite', exact: true })
  expect(await submit.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('8px')

  // The code of these parts is loaded when they are opened.
  for (const [opener, close] of [
    ['Change the seats', 'Cancel'],
    ['Invite many', 'Close'],
  ] as const) {
    await button(opener).click()
    await page.getByRole('dialog').getByRole('button', { name: close, exact: true }).click()
    await expect(page.getByRole('dialog')).toDisappear()
  }
  const { dialog } = await openPrice(page, framework, 140)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toDisappear()
  await button('Invite many').click()
  await dialog.getByLabel('Email addresses').fill('grace@fernhill.example')
  await dialog.getByRole('button', { name: 'Invite 1 person' }).click()
  await expect(dialog.getByText('1 of 1 done.')).toAppear()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(dialog).toDisappear()
  await button('Revoke the seat of Mei Tanaka').press('Enter')
  await expect(region.getByRole('group', { name: /^Revoke/ })).toAppear()
  await invite('ada@fernhill.example')
  await expect(notice.getByText('ada@fernhill.example')).toAppear()
  expect(await page.evaluate(() => violations)).toEqual([])

  // The policy is enforced: it blocks a style that a script adds.
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))
  })
  await expect.poll(() => page.evaluate(() => violations)).toEqual(['style-src-elem'])
})

test.each(frameworks)('a strict content security policy blocks nothing of Members in %s', async (framework) => {
  const { demo, page } = await openDemo()
  await openWithPolicy({ demo, page }, `/${framework.toLowerCase()}`)
  await findPanel(page, framework).button('Members').click()
  const dialog = page.getByRole('dialog', { name: 'Members' })
  const message = dialog.getByRole('status')
  await dialog.getByLabel('Add a member by email').fill('ada@fernhill.example')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(message.getByText('ada@fernhill.example is a member now, without a seat.')).toAppear()
  await dialog.getByRole('button', { name: 'Remove ada@fernhill.example' }).press('Enter')
  await dialog.getByRole('group').getByRole('button', { name: 'Remove ada@fernhill.example' }).press('Enter')
  await expect(message.getByText('ada@fernhill.example is no longer a member')).toAppear()
  expect(await page.evaluate(() => violations)).toEqual([])
})

test.each(frameworks)('a strict content security policy blocks nothing of ClaimPage in %s', async (framework) => {
  const { demo, page } = await openDemo()
  const token = demo.emulator.outbox('liam@fernhill.example')[0]?.invitation_token ?? ''
  await openWithPolicy({ demo, page }, `/${framework.toLowerCase()}/claim?token=${token}`)
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(page.getByRole('heading', { name: 'You are in' })).toAppear()
  expect(await page.evaluate(() => violations)).toEqual([])
})

/** Opens a page of the demo, checks its policy, and records the violations. */
async function openWithPolicy({ demo, page }: { demo: Demo; page: Page }, path: string): Promise<void> {
  await page.addInitScript(() => {
    globalThis.violations = []
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective))
  })
  const response = await page.goto(path)
  expect(response?.headers()['content-security-policy']).toBe(policyFor(demo.emulator.url))
}
