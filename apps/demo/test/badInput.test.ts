import { findSeat } from '@seats/core'
import { describe, expect, test } from 'vitest'
import { control } from '../server/control.ts'
import type { Demo } from '../server/startDemo.ts'
import { openDemo } from './support/openDemo.ts'
import { openPrice } from './support/openPrice.ts'
import { frameworks, findPanel } from './support/findPanel.ts'
import { waitForScripts } from './support/waitForScripts.ts'

const noAnswer = 'No answer came, so it is not certain that ada@fernhill.example was invited.'

describe.each(frameworks)('refused input in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test.for([
    ['an empty address', '', 'Enter the email address of the person to invite.'],
    [
      'something that is not an address',
      'ada at fernhill',
      'This is not an email address. It should look like ada@example.com.',
    ],
    [
      'someone who has a seat',
      'MEI@fernhill.example',
      'MEI@fernhill.example already has a seat or an open invitation.',
    ],
    [
      'someone who is invited already',
      'liam@fernhill.example',
      'liam@fernhill.example already has a seat or an open invitation.',
    ],
  ] as const)('an invitation to %s is refused with the reason, and nothing is sent', async ([, input, sentence]) => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { problem, address, invite, meter } = findPanel(page, framework)
    await invite(input)
    await expect(problem.getByText(sentence)).toAppear()
    expect(await address.inputValue()).toBe(input)
    expect(await address.getAttribute('aria-invalid')).toBe('true')
    expect(await meter.getAttribute('aria-valuetext')).toBe('7 of 10 seats used')
    expect(demo.emulator.outbox()).toHaveLength(3)
  })

  test('an invitation to a full team is refused, and succeeds after more seats were bought', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { region, button, problem, address, invite, notice, meter } = findPanel(page, framework)
    for (const email of ['a@fernhill.example', 'b@fernhill.example', 'c@fernhill.example']) {
      await invite(email)
      await expect(notice.getByText(`${email} was invited.`)).toAppear()
    }
    await expect(region.getByText('Every seat is taken.', { exact: true })).toAppear()
    await invite('d@fernhill.example')
    await expect(problem.getByText('Every seat is taken. Revoke one or get more seats, then try again.')).toAppear()
    expect(await address.inputValue()).toBe('d@fernhill.example')
    expect(demo.emulator.outbox('d@fernhill.example')).toEqual([])

    const { confirm } = await openPrice(page, framework, 15, () => button('Get more seats').click())
    await confirm.click()
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('10 of 15 seats used')
    await expect(page.getByRole('dialog')).toDisappear()
    await button('Invite').click()
    await expect(notice.getByText('d@fernhill.example was invited.')).toAppear()
  })

  test('an invitation is not sent again if somebody else has just revoked its seat', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { button, row, notice } = findPanel(page, framework)
    await page.route('**/resend?*', async (route) => {
      await revokeElsewhere(demo, 'liam@fernhill.example')
      await route.continue()
    })
    await button('Resend the invitation to liam@fernhill.example').click()
    await expect(notice.getByText('liam@fernhill.example: This invitation is no longer open')).toAppear()
    await expect(row('liam@fernhill.example').getByRole('button', { name: /^Resend/ })).toDisappear()
    expect(demo.emulator.outbox('liam@fernhill.example')).toHaveLength(1)
  })

  test('a revoke of a seat that somebody else has just revoked succeeds', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { button, notice, meter } = findPanel(page, framework)
    await page.route('**/api/seats/v1/customer-seats/*', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback()
      await revokeElsewhere(demo, 'liam@fernhill.example')
      await route.continue()
    })
    await button('Revoke the seat of liam@fernhill.example').click()
    await expect(notice.getByText('liam@fernhill.example no longer has a seat.')).toAppear()
    expect(await meter.getAttribute('aria-valuetext')).toBe('6 of 10 seats used')
  })

  test('a change fails while the browser is offline, and succeeds when the browser is online again', async () => {
    const { demo, page, context } = await openDemo()
    await page.goto(path)
    const { button, problem, address, invite, row, notice, revokeActive } = findPanel(page, framework)
    await expect(row('Mei Tanaka')).toAppear()
    await waitForScripts(page)
    await context.setOffline(true)
    await invite('ada@fernhill.example')
    await expect(problem.getByText(noAnswer)).toAppear()
    expect(await address.inputValue()).toBe('ada@fernhill.example')
    await revokeActive('Mei Tanaka')
    await expect(notice.getByText('Mei Tanaka: The server cannot be reached.')).toAppear()
    await expect(row('Mei Tanaka').getByText('Active')).toAppear()

    await context.setOffline(false)
    expect(demo.emulator.outbox('ada@fernhill.example')).toEqual([])
    await button('Invite').click()
    await expect(notice.getByText('ada@fernhill.example was invited.')).toAppear()
  })

  test('if the server has stopped, the page says that it is not certain whether an invitation was sent', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { problem, address, invite, row } = findPanel(page, framework)
    await expect(row('Mei Tanaka')).toAppear()
    await waitForScripts(page)
    await demo.close()
    await invite('ada@fernhill.example')
    await expect(
      problem.getByText(/^No answer came, so it is not certain that ada@fernhill.example was invited/),
    ).toAppear()
    expect(await address.inputValue()).toBe('ada@fernhill.example')
    await expect(problem.getByText('This list may be out of date.')).toAppear()
    await expect(row('Mei Tanaka')).toAppear()
  })

  test('a team and its members that could not be loaded are shown after "Try again"', async () => {
    const { demo, page } = await openDemo()
    demo.emulator.inject({ match: { method: 'GET' }, fault: { kind: 'status', status: 503 } })
    await page.goto(path)
    const { region, button, row } = findPanel(page, framework)
    const problemOf = (subject: string) =>
      region.getByRole('alert').filter({ hasText: `The ${subject} could not be loaded` })
    for (const subject of ['team', 'members']) {
      await expect(problemOf(subject).getByText('The server has a problem. Try again in a moment.')).toAppear()
    }
    await control(demo.emulator, 'DELETE', '/faults')
    for (const subject of ['team', 'members']) {
      await problemOf(subject).getByRole('button', { name: 'Try again' }).click()
    }
    await expect(row('Mei Tanaka')).toAppear()
    await expect(button('Members')).toAppear()
  })
})

/** Revokes a seat, as another person's page does. */
async function revokeElsewhere({ client, emulator }: Demo, email: string): Promise<void> {
  const roster = await client.listSeats({ subscription_id: emulator.ref('lumen/fernhill-sub') })
  const seat = findSeat(roster, { email })
  if (seat) await client.revokeSeat(seat.id)
}
