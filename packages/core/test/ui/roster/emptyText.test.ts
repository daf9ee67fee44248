import { emptyText } from '@seats/core/ui'
import { expect, test } from 'vitest'

test.each([
  ['seats and the right to invite', 5, true, 'empty'],
  ['no seats and the right to invite', 0, true, 'emptyWithoutSeats'],
  ['seats and no right to invite', 5, false, 'emptyReadOnly'],
  ['no seats and no right to invite', 0, false, 'emptyReadOnly'],
] as const)('an empty team with %s (%i, %s) gets the text `%s`', (_, total_seats, assignSeat, key) => {
  expect(emptyText({ total_seats }, { assignSeat })).toBe(key)
})
