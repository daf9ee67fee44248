import { en } from '@seats/core/messages'
import { priceNews, type PriceLine, type PriceScreen } from '@seats/core/ui'
import { expect, test } from 'vitest'

const tax = (note: string): PriceLine => ({ label: 'To pay now', value: '$2.00', note })
const each = (value: string): PriceLine => ({ label: 'Each month', value })

const screen = (confirmLabel: string, ...lines: PriceLine[]): PriceScreen => ({
  title: '2 → 5 seats',
  lines,
  notes: [],
  confirmLabel,
  canConfirm: true,
  done: { message: 'You have 5 seats now.', seats: 5, isLater: false },
})
const old = screen('Buy 3 seats, $2.00 now', tax('before tax'), each('$5.00'))
const risen = screen('Buy 3 seats, $4.00 now', tax('before tax'), each('$5.00'))
const taxed = screen('Buy 3 seats, $2.00 now', tax('$0.30 of it is tax'), each('$5.00'))
const dearer = screen('Buy 3 seats, $2.00 now', tax('before tax'), each('$9.00'))
const shorter = screen('Buy 3 seats, $2.00 now', each('$5.00'))
const changed = 'The price has changed. Look at it again before you confirm.'

test.each([
  ['no price yet', [], false, ''],
  ['the first price', [old], false, ''],
  ['a changed price', [old, risen], false, `${changed} Buy 3 seats, $4.00 now`],
  ['a price that is the first one again', [risen, old], false, `${changed} Buy 3 seats, $2.00 now`],
  ['a changed price beside the error that says so', [old, risen], true, 'Buy 3 seats, $4.00 now'],
  ['a change of the tax alone', [old, taxed], false, `${changed} To pay now: $2.00, $0.30 of it is tax`],
  ['a change of the price of a month alone', [old, dearer], false, `${changed} Each month: $9.00`],
  ['a line that is gone', [old, shorter], true, 'Each month: $5.00'],
] as const)('the announcement for %s', (_, screens, hasProblem, text) => {
  expect(priceNews(screens, hasProblem, en)).toBe(text)
})
