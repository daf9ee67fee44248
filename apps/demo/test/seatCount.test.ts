import { getSubscription } from '@seats/core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { control } from '../server/control.ts'
import type { Demo } from '../server/startDemo.ts'
import { openDemo } from './support/openDemo.ts'
import { openPrice } from './support/openPrice.ts'
import { frameworks, findPanel } from './support/findPanel.ts'
import { signInAs } from './support/signInAs.ts'

const now = Date.parse('2026-11-23T10:30:00Z')

describe.each(frameworks)('the seat count in %s', (framework) => {
  const path = `/${framework.toLowerCase()}`

  test('is bought once, at the price that was shown, even by a double click', async () => {
    const { page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    const { meter, notice } = findPanel(page, framework)
    const { dialog, confirm } = await openPrice(page, framework, 13)
    expect(sent).toEqual(['POST preview'])
    await expect(dialog.getByText('10 → 13 seats')).toAppear()
    const price = /^Buy 3 seats, (\$\d+\.\d\d) now$/.exec(await confirm.innerText())?.[1]
    expect(price).toBeDefined()
    await expect(dialog.getByText(`at most ${price} before tax`)).toAppear()
    await expect(dialog.getByText('From then, each month')).toAppear()
    await expect(dialog.getByText('$124.00 before tax')).toAppear()
    await confirm.dblclick()
    await expect(notice.getByText('You have 13 seats now.')).toAppear()
    await expect(dialog).toDisappear()
    expect(await meter.getAttribute('aria-valuetext')).toBe('7 of 13 seats used')
    expect(sent).toEqual(['POST preview', 'PATCH'])
  })

  test('shows the price of each count within the limits, without a request', async () => {
    const { page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    await findPanel(page, framework).button('Change the seats').click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel('Seats in all')
    const review = dialog.getByRole('button', { name: 'See what it costs' })
    expect(await review.isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: 'One seat more' }).click()
    await expect(dialog.getByText('11 seats: $108.00 each month, before tax and discounts.')).toAppear()
    for (const [input, problem] of [
      ['6', '7 seats in use: to go below that, revoke some first.'],
      ['501', 'A whole number from 7 to 500.'],
      ['', 'A whole number from 7 to 500.'],
      ['10.5', 'A whole number from 7 to 500.'],
    ] as const) {
      await field.fill(input)
      await expect(dialog.getByText(problem)).toAppear()
      expect(await review.isDisabled()).toBe(true)
    }
    await field.fill('7')
    await expect(dialog.getByText('7 seats: $70.00 each month')).toAppear()
    expect(await dialog.getByRole('button', { name: 'One seat fewer' }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toDisappear()
    expect(sent).toEqual([])
  })

  test('is confirmed in a dialog whose focus is on Cancel, and cannot be confirmed before the price is shown', async () => {
    const { demo, page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    demo.emulator.inject({ match: { method: 'POST' }, fault: { kind: 'latency', ms: 5_000 } })
    await findPanel(page, framework).button('Change the seats').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Seats in all').fill('12')
    await dialog.getByRole('button', { name: 'See what it costs' }).click()
    const pendingButton = dialog.getByRole('button', { name: 'Asking for the price…' })
    await expect(pendingButton).toAppear()
    expect(await pendingButton.getAttribute('aria-disabled')).toBe('true')
    const cancel = dialog.getByRole('button', { name: 'Cancel' })
    expect(await cancel.evaluate((element) => element === document.activeElement)).toBe(true)
    await pendingButton.dispatchEvent('click')
    await expect(dialog.getByRole('button', { name: /^Buy 2 seats/ })).toAppear()
    await page.keyboard.press('Enter')
    await expect(dialog).toDisappear()
    expect(sent).toEqual(['POST preview'])
  })

  test('is reduced at the end of the period, unless the reduction is cancelled', async () => {
    const { demo, page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    const { region, button, notice, meter } = findPanel(page, framework)
    const { dialog, confirm } = await openPrice(page, framework, 8)
    await expect(dialog.getByText('Nobody is removed, even if more than 8 seats are taken by then.')).toAppear()
    const dateOfChange = /^Reduce to 8 seats on (.+), then \$\d+\.\d\d each month$/.exec(await confirm.innerText())?.[1]
    await confirm.click()
    await expect(notice.getByText(`From ${dateOfChange} you have 8 seats.`)).toAppear()
    await expect(region.getByText(`From ${dateOfChange} this subscription has 8 seats.`)).toAppear()
    expect(await meter.getAttribute('aria-valuetext')).toBe('7 of 10 seats used')

    await button('Keep 10 seats').click()
    await expect(dialog.getByText('8 → 10 seats')).toAppear()
    await dialog.getByRole('button', { name: /^Keep 10 seats, then \$100\.00 each month$/ }).click()
    await expect(notice.getByText('You keep 10 seats.')).toAppear()
    await expect(button('Keep 10 seats')).toDisappear()
    expect(sent).toEqual(['POST preview', 'PATCH', 'POST preview', 'PATCH'])
    expect(await readScheduledSeats(demo)).toBeNull()
  })

  test('asks again if somebody else has changed it in the meantime', async () => {
    const { demo, page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    const { notice, meter } = findPanel(page, framework)
    const { dialog, confirm } = await openPrice(page, framework, 13)
    let isChanged = false
    await page.route('**/v1/subscriptions/*', async (route) => {
      if (route.request().method() !== 'PATCH' || isChanged) return route.fallback()
      isChanged = true
      await control(demo.emulator, 'PATCH', `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`, { seats: 12 })
      await route.continue()
    })
    await confirm.click()
    await expect(dialog.getByText('The subscription has changed since it was shown. Nothing was bought')).toAppear()
    await expect(dialog.getByText('12 → 13 seats')).toAppear()
    await expect(dialog.getByRole('button', { name: /^Buy 1 seat, \$\d+\.\d\d now$/ })).toAppear()
    expect(await readScheduledSeats(demo)).toBeNull()
    await confirm.click()
    await expect(notice.getByText('You have 13 seats now.')).toAppear()
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('7 of 13 seats used')
    expect(sent.filter((call) => call === 'PATCH')).toHaveLength(2)
  })

  test('is not changed if the card is declined, and the dialog says what to do', async () => {
    const { page } = await openDemo({ now })
    await page.goto(path)
    await page.getByRole('tab', { name: 'Faults' }).click()
    await page.getByRole('button', { name: 'The next card payment is declined' }).click()
    await expect(page.getByText('Injected: The next card payment is declined.')).toAppear()
    await page.getByRole('tab', { name: 'Faults' }).click()
    const { dialog, confirm } = await openPrice(page, framework, 11)
    await confirm.click()
    const sentence = 'The payment was refused, and nothing was bought. Check the payment method, then try again.'
    await expect(dialog.getByText(sentence)).toAppear()
    await confirm.click()
    await expect(findPanel(page, framework).notice.getByText('You have 11 seats now.')).toAppear()
  })

  test('is bought once if the answer is lost', async () => {
    const { demo, page } = await openDemo({ now })
    const sent = recordChanges(page)
    await page.goto(path)
    const { confirm } = await openPrice(page, framework, 11)
    demo.emulator.inject({ match: { method: 'PATCH' }, times: 1, fault: { kind: 'drop_after' } })
    await confirm.click()
    await expect(findPanel(page, framework).notice.getByText('You have 11 seats now.')).toAppear()
    expect(sent).toEqual(['POST preview', 'PATCH'])
  })

  test('can be raised but not reduced by a billing manager, and a member cannot change it', async () => {
    const { page } = await openDemo({ now })
    await page.goto(path)
    await reduce(page)
    await expect(findPanel(page, framework).button('Keep 10 seats')).toAppear()
    await signInAs(page, 'Marcus Reed')
    const { region, button } = findPanel(page, framework)
    await expect(region.getByText('this subscription has 8 seats.')).toAppear()
    expect(await button('Keep 10 seats').count()).toBe(0)
    await button('Get more seats').click()
    await page.getByRole('dialog').getByLabel('Seats in all').fill('9')
    await expect(page.getByRole('dialog').getByText('A whole number from 10 to 500.')).toAppear()
    await page.keyboard.press('Escape')

    await signInAs(page, 'Priya Nair')
    await expect(region.getByRole('heading', { name: 'My seats' })).toAppear()
    expect(await region.getByRole('button').count()).toBe(0)
    expect(await reduce(page)).toEqual([403, 'OperationNotGranted'])
  })

  test('can be raised from the notice that every seat is taken', async () => {
    const { demo, page } = await openDemo({ now })
    await control(demo.emulator, 'PATCH', `/subscriptions/${demo.emulator.ref('lumen/fernhill-sub')}`, { seats: 7 })
    await page.goto(path)
    const { region, button, meter } = findPanel(page, framework)
    await expect(region.getByText('Every seat is taken.', { exact: true })).toAppear()
    const { confirm } = await openPrice(page, framework, 9, () => button('Get more seats').click())
    await confirm.click()
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe('7 of 9 seats used')
    await expect(button('Get more seats')).toDisappear()
  })
})

/** Records the requests of the page for a preview or a change of the seat count. */
function recordChanges(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    if (!request.url().includes('/v1/subscriptions/') || request.method() === 'GET') return
    sent.push(request.url().includes('preview') ? `${request.method()} preview` : request.method())
  })
  return sent
}

async function readScheduledSeats({ client, emulator }: Demo): Promise<number | null> {
  const subscription = await getSubscription(client, { subscription_id: emulator.ref('lumen/fernhill-sub') })
  return subscription.pending_update?.seats ?? null
}

/** Reduces the seat count by direct requests, because a member's page has no button for it. Returns the last answer. */
async function reduce(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { source } = await (await fetch('/api/demo/session')).json()
    const path = `/api/seats/v1/subscriptions/${source.subscription_id}`
    const send = async (url: string, method: string, body: object): Promise<[number, Record<string, unknown>]> => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url, { method, headers, body: JSON.stringify(body) })
      return [response.status, await response.json()]
    }
    const [previewStatus, seen] = await send(`${path}/change-preview`, 'POST', { seats: 8 })
    if (previewStatus !== 200) return [previewStatus, seen.error]
    const [status, { error }] = await send(path, 'PATCH', { seats: 8, seen })
    return [status, error]
  })
}
