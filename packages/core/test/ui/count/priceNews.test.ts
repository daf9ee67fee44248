import { en } from '@seats/core/messages'
import { priceNews } from '@seats/core/ui'
import { expect, test } from 'vitest'

const old = 'Buy 3 seats, $2.00 now'
const risen = 'Buy 3 seats, $4.00 now'

test.each([
  ['the first price', old, old, false, ''],
  ['no price yet', undefined, undefined, false, ''],
  ['a price that is being loaded again', undefined, old, false, ''],
  ['a changed price', risen, old, false, `The price has changed. Look at it again before you confirm. ${risen}`],
  ['a changed price beside the error that says so', risen, old, true, risen],
] as const)('the announcement for %s', (_, confirmLabel, firstConfirmLabel, hasProblem, text) => {
  expect(priceNews(confirmLabel, firstConfirmLabel, hasProblem, en)).toBe(text)
})
