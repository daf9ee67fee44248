import { type SeatCountPreview, type SeatSubscription } from '@seats/core'
import { de, en } from '@seats/core/messages'
import { addPrice, priceNews, priceScreen } from '@seats/core/ui'
import { expect, test } from 'vitest'

const subscription: SeatSubscription = {
  id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  status: 'active',
  seats: 10,
  amount: 10_000,
  currency: 'usd',
  recurring_interval: 'month',
  recurring_interval_count: 1,
  current_period_start: '2026-11-13T12:00:00Z',
  current_period_end: '2026-12-13T12:00:00Z',
  cancel_at_period_end: false,
  ended_at: null,
  prices: [],
  pending_update: null,
}
const first: SeatCountPreview = {
  subscription_id: subscription.id,
  seats: 13,
  from: { seats: 10, pending_update: null, current_period_end: subscription.current_period_end },
  behavior: 'invoice',
  appliesAt: '2026-11-23T10:30:00Z',
  dueNow: 1600,
  onNextInvoice: 0,
  earlierUnbilled: 0,
  tax: null,
  fromBalance: 0,
  perPeriod: 12_400,
  currency: 'usd',
  isEstimate: false,
  mayEndBelowSeated: false,
  asOf: '2026-11-23T10:30:00Z',
}
const toScreen = (price: SeatCountPreview) => priceScreen(price, subscription, en)

/** Returns the announcement after each of the prices. */
function announcements(...prices: (SeatCountPreview | undefined)[]): string[] {
  let shown: readonly SeatCountPreview[] = []
  return prices.map((price) => {
    shown = addPrice(shown, price, toScreen)
    return priceNews(shown.map(toScreen), true, en)
  })
}

test('a price is announced each time it changes, even if it changes back to the first price', () => {
  const second = { ...first, dueNow: 3200 }
  expect(announcements(undefined, first, second, undefined, first, second)).toEqual([
    '',
    '',
    'Buy 3 seats, $32.00 now',
    'Buy 3 seats, $32.00 now',
    'Buy 3 seats, $16.00 now',
    'Buy 3 seats, $32.00 now',
  ])
})

test.each([
  ['the tax', { tax: 255 }, 'To pay now: at most $16.00, $2.55 of it is tax'],
  ['the price of each period', { perPeriod: 20_000 }, 'From then, each month: $200.00, before tax'],
  ['the balance', { fromBalance: 300 }, 'Paid from your balance: $3.00'],
  ['earlier changes', { earlierUnbilled: 100 }, 'From earlier changes: $1.00, part of what you pay now'],
])('a change of only %s is announced, and so is the change back', (_, change, text) => {
  const [, there, back] = announcements(first, { ...first, ...change }, first)
  expect(there).toBe(text)
  expect(back).not.toBe('')
  expect(back).not.toBe(there)
})

test('a price that looks the same as before changes nothing', () => {
  const shown = addPrice([], first, toScreen)
  const later = { ...first, asOf: '2026-11-23T10:31:00Z', appliesAt: '2026-11-23T10:31:00Z' }
  expect(addPrice(shown, later, toScreen)).toBe(shown)
  expect(addPrice(shown, later, (price) => priceScreen(price, subscription, de))).toBe(shown)
})
