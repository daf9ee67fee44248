import type { SeatSubscription } from '@seats/core'
import { isCountNewsTrue } from '@seats/core/ui'
import { expect, test } from 'vitest'

const subscriptionWith = (seats: number, later?: number) =>
  ({ seats, pending_update: later === undefined ? null : { seats: later } }) as SeatSubscription

test.each([
  ['a count that is the current count', { seats: 13, isLater: false }, subscriptionWith(13), true],
  ['a count that has changed again', { seats: 13, isLater: false }, subscriptionWith(15), false],
  ['a count that is scheduled', { seats: 8, isLater: true }, subscriptionWith(10, 8), true],
  ['a scheduled count that was cancelled', { seats: 8, isLater: true }, subscriptionWith(10), false],
  ['another count that is scheduled', { seats: 8, isLater: true }, subscriptionWith(10, 9), false],
  ['a scheduled count that has taken effect', { seats: 8, isLater: true }, subscriptionWith(8), false],
  ['a count that was kept', { seats: 10, isLater: false, isKept: true }, subscriptionWith(10), true],
  [
    'a count that was kept until another was scheduled',
    { seats: 10, isLater: false, isKept: true },
    subscriptionWith(10, 9),
    false,
  ],
  ['a count that was bought until another was scheduled', { seats: 10, isLater: false }, subscriptionWith(10, 9), true],
] as const)(
  'news about a seat count is true only while the subscription has that count: %s',
  (_, news, subscription, isTrue) => {
    expect(isCountNewsTrue({ message: '', ...news }, subscription)).toBe(isTrue)
  },
)
