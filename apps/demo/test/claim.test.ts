import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Demo } from '../server/startDemo.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks } from './support/findPanel.ts'

const daySeconds = 24 * 60 * 60

describe.each(frameworks)('a claim page in %s', (framework) => {
  const path = `/${framework.toLowerCase()}/claim`

  test('a link works only once', async () => {
    const { demo, page } = await openDemo()
    const link = `${path}?token=${tokenOf(demo, 'liam@fernhill.example')}`
    await page.goto(link)
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    const done = page.getByRole('heading', { name: 'You are in' })
    await expect(done).toAppear()
    await expect.poll(() => done.evaluate((heading) => heading === document.activeElement)).toBe(true)

    await page.goto(link)
    await expect(unusableMessage(page)).toAppear()
    await page.getByRole('link', { name: 'Go to the team page' }).click()
    await expect(page.getByRole('row').filter({ hasText: 'liam@fernhill.example' }).getByText('Active')).toAppear()
  })

  test('a link that expires while it is open cannot be used', async () => {
    const { demo, page } = await openDemo()
    await page.goto(`${path}?token=${tokenOf(demo, 'liam@fernhill.example')}`)
    await expect(page.getByRole('button', { name: 'Accept the invitation' })).toAppear()
    await expect.poll(() => page.title()).toBe('Lumen has a seat for you – Team · Lumen')
    demo.emulator.advance(daySeconds)
    await page.getByRole('button', { name: 'Accept the invitation' }).press('Enter')
    await expect(unusableMessage(page)).toAppear()
    const heading = page.getByRole('heading', { name: 'This invitation cannot be used' })
    await expect(heading.and(page.locator(':focus'))).toAppear()
    expect(await page.title()).toBe('This invitation cannot be used – Team · Lumen')
  })

  test('an expired link cannot be used', async () => {
    const { demo, page } = await openDemo()
    await page.goto(`${path}?token=${tokenOf(demo, 'oliver@fernhill.example')}`)
    await expect(unusableMessage(page)).toAppear()
  })

  test('a link with a malformed token cannot be used', async () => {
    const { page } = await openDemo()
    await page.goto(`${path}?token=${'x'.repeat(43)}`)
    await expect(unusableMessage(page)).toAppear()
    await page.goto(`${path}?token=%3Cscript%3E`)
    await expect(unusableMessage(page)).toAppear()
  })

  test('a link without a token is shown as incomplete', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'This link is incomplete' })).toAppear()
    await expect(page.getByText('Open the link in your invitation email again')).toAppear()
  })

  test('a claim fails while the browser is offline, and succeeds when the browser is online again', async () => {
    const { demo, page, context } = await openDemo()
    await page.goto(`${path}?token=${tokenOf(demo, 'liam@fernhill.example')}`)
    const acceptButton = page.getByRole('button', { name: 'Accept the invitation' })
    await expect(acceptButton).toAppear()
    await context.setOffline(true)
    await acceptButton.click()
    await expect(page.getByRole('alert').getByText('The server cannot be reached.')).toAppear()
    await context.setOffline(false)
    await acceptButton.click()
    await expect(page.getByRole('heading', { name: 'You are in' })).toAppear()
  })
})

test('the link of the email opens a claim page', async () => {
  const { demo, page } = await openDemo()
  const token = tokenOf(demo, 'liam@fernhill.example')
  await page.goto(`/claim?token=${token}`)
  await expect(page.getByRole('button', { name: 'Accept the invitation' })).toAppear()
  expect(new URL(page.url()).pathname).toBe('/react/claim')
})

function tokenOf({ emulator }: Demo, email: string): string {
  return emulator.outbox(email)[0]?.invitation_token ?? ''
}

/** Finds the message that a link cannot be used. The message also says what to do. */
const unusableMessage = (page: Page) =>
  page
    .getByRole('status')
    .filter({ has: page.getByRole('heading', { name: 'This invitation cannot be used' }) })
    .filter({ hasText: 'It has expired, has already been used, or has been withdrawn. Ask the person who invited you' })
