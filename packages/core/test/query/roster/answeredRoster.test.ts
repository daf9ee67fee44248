import { answeredRoster } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../../ui/seat.ts'

const knownSeat = seat({ id: 'known', email: 'ada@fernhill.example' })
const optimisticSeat = seat({ id: 'optimistic:1', email: 'grace@fernhill.example' })

test('a seat that is shown before the server’s answer still counts as free', () => {
  const roster = answeredRoster({ seats: [knownSeat, optimisticSeat], total_seats: 3, available_seats: 1 })
  expect(roster).toEqual({ seats: [knownSeat], total_seats: 3, available_seats: 2 })
})

test('a roster whose seats all come from the server stays the same object', () => {
  const roster = { seats: [knownSeat], total_seats: 3, available_seats: 2 }
  expect(answeredRoster(roster)).toBe(roster)
})
