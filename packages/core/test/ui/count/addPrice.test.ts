import type { SeatCountPreview } from '@seats/core'
import { de, en } from '@seats/core/messages'
import { addPrice, priceNews, priceScreen } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { preview as firstPrice, subscription } from './preview.ts'

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
  const secondPrice = { ...firstPrice, dueNow: 3200 }
  expect(announcements(undefined, firstPrice, secondPrice, undefined, firstPrice, secondPrice)).toEqual([
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
  const [, changeText, changeBackText] = announcements(firstPrice, { ...firstPrice, ...change }, firstPrice)
  expect(changeText).toBe(text)
  expect(changeBackText).not.toBe('')
  expect(changeBackText).not.toBe(changeText)
})

test('a price with the same texts as the last price changes nothing', () => {
  const shown = addPrice([], firstPrice, toScreen)
  const laterPrice = { ...firstPrice, asOf: '2026-11-23T10:31:00Z', appliesAt: '2026-11-23T10:31:00Z' }
  expect(addPrice(shown, laterPrice, toScreen)).toBe(shown)
  expect(addPrice(shown, laterPrice, (price) => priceScreen(price, subscription, de))).toBe(shown)
})
