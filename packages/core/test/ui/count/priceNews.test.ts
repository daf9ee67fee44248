import { en } from '@seats/core/messages'
import { priceNews, type PriceLine, type PriceScreen } from '@seats/core/ui'
import { expect, test } from 'vitest'

const taxLine = (note: string): PriceLine => ({ label: 'To pay now', value: '$2.00', note })
const monthLine = (value: string): PriceLine => ({ label: 'Each month', value })

const screen = (confirmLabel: string, ...lines: PriceLine[]): PriceScreen => ({
  title: '2 → 5 seats',
  lines,
  notes: [],
  confirmLabel,
  change: 'count',
  done: { message: 'You have 5 seats now.', seats: 5, isLater: false },
})
const oldScreen = screen('Buy 3 seats, $2.00 now', taxLine('before tax'), monthLine('$5.00'))
const risenScreen = screen('Buy 3 seats, $4.00 now', taxLine('before tax'), monthLine('$5.00'))
const taxedScreen = screen('Buy 3 seats, $2.00 now', taxLine('$0.30 of it is tax'), monthLine('$5.00'))
const dearerScreen = screen('Buy 3 seats, $2.00 now', taxLine('before tax'), monthLine('$9.00'))
const shorterScreen = screen('Buy 3 seats, $2.00 now', monthLine('$5.00'))
const changedText = 'The price has changed. Look at it again before you confirm.'

test.each([
  ['no price yet', [], false, ''],
  ['the first price', [oldScreen], false, ''],
  ['a changed price', [oldScreen, risenScreen], false, `${changedText} Buy 3 seats, $4.00 now`],
  ['a price that is the first one again', [risenScreen, oldScreen], false, `${changedText} Buy 3 seats, $2.00 now`],
  ['a changed price beside the error that says so', [oldScreen, risenScreen], true, 'Buy 3 seats, $4.00 now'],
  [
    'a change of the tax alone',
    [oldScreen, taxedScreen],
    false,
    `${changedText} To pay now: $2.00, $0.30 of it is tax`,
  ],
  ['a change of the price of a month alone', [oldScreen, dearerScreen], false, `${changedText} Each month: $9.00`],
  ['a line that is gone', [oldScreen, shorterScreen], true, 'Each month: $5.00'],
] as const)('the announcement for %s', (_, screens, hasProblem, text) => {
  expect(priceNews(screens, hasProblem, en)).toBe(text)
})
