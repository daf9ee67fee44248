import { answeredRoster } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

const known = seat({ id: 'known', email: 'ada@fernhill.example' })
const inAdvance = seat({ id: 'optimistic:1', email: 'grace@fernhill.example' })

test('a seat that is shown before the server’s answer still counts as free', () => {
  const roster = answeredRoster({ seats: [known, inAdvance], total_seats: 3, available_seats: 1 })
  expect(roster).toEqual({ seats: [known], total_seats: 3, available_seats: 2 })
})

test('a roster whose seats all come from the server stays the same object', () => {
  const roster = { seats: [known], total_seats: 3, available_seats: 2 }
  expect(answeredRoster(roster)).toBe(roster)
})
