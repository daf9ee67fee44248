import { describe, expect, test } from 'vitest'
import { followInvitation } from './support/inbox.ts'
import { openDemo } from './support/openDemo.ts'
import { findPanel, type Framework } from './support/findPanel.ts'
import { recordTraffic } from './support/recordTraffic.ts'

const pairs: [invitingFramework: Framework, revokingFramework: Framework][] = [
  ['React', 'Vue'],
  ['Vue', 'React'],
]

const secret = /(polar_(oat|pat|at_o|at_u|whs)|whsec)_[\w+/-]{8}/

describe.each(pairs)('a person who is invited in %s and revoked in %s', (invitingFramework, revokingFramework) => {
  test('claims the invitation in between, and no secret of the backend reaches the browser', async () => {
    const { context } = await openDemo()
    const traffic = await recordTraffic(context)
    const page = await context.newPage()
    await page.goto('/')
    const firstPanel = findPanel(page, invitingFramework)
    const secondPanel = findPanel(page, revokingFramework)

    await firstPanel.invite('ada@fernhill.example')
    await expect(firstPanel.notice.getByText('ada@fernhill.example was invited.')).toAppear()
    expect(await firstPanel.address.inputValue()).toBe('')
    await expect(secondPanel.row('ada@fernhill.example').getByText('Invited', { exact: true })).toAppear()
    await expect.poll(() => secondPanel.meter.getAttribute('aria-valuetext')).toBe('8 of 10 seats used')

    // The table ignores a click on a row that has just taken the place of another row.
    await secondPanel.button('Resend the invitation to ada@fernhill.example').press('Enter')
    await expect(secondPanel.notice.getByText('The invitation to ada@fernhill.example was sent again.')).toAppear()

    const claim = await followInvitation(page, 'ada@fernhill.example', revokingFramework)
    await expect(claim.getByRole('heading', { name: 'Lumen has a seat for you' })).toAppear()
    await expect(claim.getByText('Accept it to use Lumen Team as ada@fernhill.example.')).toAppear()
    await claim.getByRole('button', { name: 'Accept the invitation' }).click()
    await expect(claim.getByRole('heading', { name: 'You are in' })).toAppear()

    await page.bringToFront()
    await expect(firstPanel.row('ada@fernhill.example').getByText('Active', { exact: true })).toAppear()
    await expect(secondPanel.row('ada@fernhill.example').getByText('Active', { exact: true })).toAppear()

    await secondPanel.revokeActive('ada@fernhill.example')
    await expect(secondPanel.notice.getByText('ada@fernhill.example no longer has a seat.')).toAppear()
    await expect(firstPanel.row('ada@fernhill.example')).toDisappear()
    await expect.poll(() => firstPanel.meter.getAttribute('aria-valuetext')).toBe('7 of 10 seats used')

    const received = await traffic.received()
    expect(received.length).toBeGreaterThan(10)
    // The scan is only valid if it includes the page, its scripts, rosters, the answer to the claim, and events.
    const expectedTexts = [
      '<!doctype html>',
      'You are offline.',
      '"total_seats":10',
      '"customer_session_token":"polar_',
      'event: seat',
    ]
    expect(expectedTexts.filter((expected) => !received.some((text) => text.includes(expected)))).toEqual([])
    // The client's code contains the prefixes of secrets. A secret has more characters after its prefix.
    expect(received.filter((text) => secret.test(text))).toEqual([])
  })
})
