import { findSeat } from '@seats/core'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { control } from '../server/control.ts'
import type { Demo } from '../server/startDemo.ts'
import { openDemo } from './support/openDemo.ts'
import { frameworks, findPanel } from './support/findPanel.ts'
import { signInAs } from './support/signInAs.ts'

describe.each(frameworks)('the team panel in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test('shows the seats by status in the meter', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { region, meter } = findPanel(page, framework)
    await expect(meter).toAppear()
    expect(await meter.getAttribute('aria-valuenow')).toBe('7')
    expect(await region.locator('.seats-meter-legend').innerText()).toMatch(
      /Active\s*4\s*Invited\s*2\s*Expired\s*1\s*Free\s*3/,
    )
  })

  test('removes an error when the address is edited, and unchecks “Give the seat at once” after each use', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { region, address, problem, notice, invite } = findPanel(page, framework)
    const atOnceCheckbox = region.getByLabel('Give the seat at once, without an invitation')
    await invite('mei@fernhill.example')
    const takenMessage = problem.getByText('mei@fernhill.example already has a seat')
    await expect(takenMessage).toAppear()
    await address.press('End')
    await address.press('x')
    await expect(takenMessage).toDisappear()

    await atOnceCheckbox.check()
    await invite('ada@fernhill.example')
    await expect(notice.getByText('ada@fernhill.example has a seat now.')).toAppear()
    expect(await atOnceCheckbox.isChecked()).toBe(false)
  })

  test('searches, filters and sorts', async () => {
    const { page } = await openDemo()
    await page.goto(path)
    const { region, row } = findPanel(page, framework)
    const names = () => region.locator('.seats-person-name').allInnerTexts()
    await expect(row('Mei Tanaka')).toAppear()
    expect((await names()).slice(0, 2)).toEqual(['liam@fernhill.example', 'Sofia Rossi'])

    await region.getByLabel('Sort by').selectOption('Name')
    expect((await names()).slice(0, 2)).toEqual(['Jane Okafor You', 'liam@fernhill.example'])

    await region.getByLabel('Show').selectOption('Active')
    expect(await names()).toEqual(['Jane Okafor You', 'Mei Tanaka', 'Noah Fischer', 'Priya Nair'])
    await expect(region.getByText('4 people')).toAppear()

    await region.getByLabel('Search people').fill('tana MEI@')
    expect(await names()).toEqual(['Mei Tanaka'])
    await region.getByLabel('Search people').fill('nobody')
    await region.getByRole('button', { name: 'Show everyone' }).click()
    expect(await names()).toHaveLength(7)
  })

  test('counts down to the end of an invitation, then renews it', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { row, button, notice } = findPanel(page, framework)
    const liam = row('liam@fernhill.example')
    await expect(liam.getByText('23 hr 34 min left')).toAppear()
    demo.emulator.advance(23 * 3600 + 33 * 60)
    // The page learns Polar's time from the next answer.
    await page.reload()
    await expect(liam.getByText(/^(1 min )?\d+ sec left$/)).toAppear()
    demo.emulator.advance(60 * 60)
    await page.reload()
    await expect(liam.getByText('Expired')).toAppear()
    await expect(liam.getByText('The link no longer works')).toAppear()
    expect(await button('Resend the invitation to liam@fernhill.example').count()).toBe(0)

    await button('Re-invite liam@fernhill.example with a new link').click()
    await expect(notice.getByText('liam@fernhill.example has a new invitation.')).toAppear()
    await expect(liam.getByText('Invited', { exact: true })).toAppear()
    const [newest, older] = demo.emulator.outbox('liam@fernhill.example')
    expect(newest?.invitation_token).not.toBe(older?.invitation_token)
  })

  test('undoes a revoke: with a seat if the seat was claimed, otherwise with an invitation', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { row, button, notice, revokeActive } = findPanel(page, framework)
    await revokeActive('Mei Tanaka')
    await expect(notice.getByText('Mei Tanaka no longer has a seat.')).toAppear()
    expect(await row('Mei Tanaka').getByText('Active').count()).toBe(0)
    await button('Undo').press('Enter')
    await expect(notice.getByText('Mei Tanaka has the seat again.')).toAppear()
    await expect(row('Mei Tanaka').getByText('Active')).toAppear()

    await button('Revoke the seat of liam@fernhill.example').press('Enter')
    await button('Undo').press('Enter')
    await expect(notice.getByText('liam@fernhill.example was invited again and has to accept.')).toAppear()
    await expect(row('liam@fernhill.example').getByText('Invited', { exact: true })).toAppear()
    expect(demo.emulator.outbox('liam@fernhill.example')).toHaveLength(2)
  })

  test('offers to free a claimed seat without an occupant', async () => {
    const { demo, page } = await openDemo()
    await loseOccupant(demo, 'liam@fernhill.example')
    await page.goto(path)
    const { row, button, notice, meter } = findPanel(page, framework)
    await expect(row('Nobody').getByText('In use')).toAppear()
    expect(await meter.getAttribute('aria-valuetext')).toBe('7 of 10 seats used')

    await button('Nobody: free this seat').click()
    await expect(notice.getByText('The seat is free again.')).toAppear()
    expect(await button('Undo').count()).toBe(0)
    await expect(row('Nobody')).toDisappear()
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('6 of 10 seats used')
  })

  test('shows a placeholder while it loads, and what to do when the team is empty', async () => {
    const { demo, page } = await openDemo()
    demo.emulator.inject({
      match: { method: 'GET', path: '/v1/customer-seats' },
      times: 1,
      fault: { kind: 'latency', ms: 1_500 },
    })
    await page.goto(path)
    const { region, button, row, revokeActive } = findPanel(page, framework)
    await expect(region.getByText('Loading the team…')).toAppear()
    await expect(row('Mei Tanaka')).toAppear()

    await signInAs(page, 'Tomás Lind')
    await revokeActive('Tomás Lind')
    await button('Dismiss').press('Enter')
    await expect(region.getByRole('heading', { name: 'No one is here yet' })).toAppear()
    await expect(region.getByText('Invite the first person above.')).toAppear()
  })

  test('marks the current page and distinguishes the parts of the meter, even with forced colours', async () => {
    const { page } = await openDemo({ forcedColors: 'active' })
    await page.goto(path)
    const { meter } = findPanel(page, framework)
    await expect(meter).toAppear()
    const underlineOf = (name: string) =>
      page
        .getByRole('navigation')
        .getByRole('link', { name, exact: true })
        .evaluate((link) => getComputedStyle(link).textDecorationLine)
    expect(await underlineOf(framework)).toBe('underline')
    expect(await underlineOf('Side by side')).toBe('none')
    const backgrounds = await meter
      .locator('.seats-meter-part')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).background))
    expect(new Set(backgrounds).size).toBe(4)
  })

  test('can be used with the keyboard alone, and keeps the focus', async () => {
    const { demo, page } = await openDemo()
    await page.goto(path)
    const { address, button, notice, row } = findPanel(page, framework)
    await address.focus()
    await page.keyboard.type('ada@fernhill.example')
    await page.keyboard.press('Enter')
    await expect(notice.getByText('ada@fernhill.example was invited.')).toAppear()
    expect(await isFocused(address)).toBe(true)

    await tabTo(page, button('Resend the invitation to ada@fernhill.example'))
    await page.keyboard.press('Enter')
    await expect(notice.getByText('was sent again')).toAppear()
    await page.keyboard.press('Tab')
    expect(await isFocused(button('Revoke the seat of ada@fernhill.example'))).toBe(true)
    await page.keyboard.press('Space')
    await expect(notice.getByText('ada@fernhill.example no longer has a seat.')).toAppear()
    expect(await isFocused(row('ada@fernhill.example').getByText('no longer has a seat'))).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(row('ada@fernhill.example').getByText('Invited', { exact: true })).toAppear()
    expect(demo.emulator.outbox('ada@fernhill.example')).toHaveLength(3)
  })
})

/** Makes a claim and a revoke overlap. This leaves a claimed seat without an occupant, as on the real server. */
async function loseOccupant({ emulator, client }: Demo, email: string): Promise<void> {
  const source = { subscription_id: emulator.ref('lumen/fernhill-sub') }
  const seat = findSeat(await client.listSeats(source), { email })
  const invitation_token = emulator.outbox(email)[0]?.invitation_token
  if (seat === undefined || invitation_token === undefined) throw new Error(`${email} has no invitation.`)
  await control(emulator, 'POST', `/seats/${seat.id}/race`)
  await client.claimSeat({ invitation_token })
  await client.revokeSeat(seat.id)
}

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement)

/** Presses the tab key until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await isFocused(target)) return
  }
  throw new Error(`The tab key does not lead to ${target}.`)
}
