import { isTeamFull } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

test('a team is full if the server says that every seat is taken', () => {
  expect(isTeamFull({ seats: [seat({})], total_seats: 1, available_seats: 0 })).toBe(true)
  expect(isTeamFull({ seats: [seat({})], total_seats: 2, available_seats: 1 })).toBe(false)
})

test('an optimistic row does not make a team full', () => {
  expect(isTeamFull({ seats: [seat({ id: 'optimistic:1' })], total_seats: 1, available_seats: 0 })).toBe(false)
})

test('a subscription without seats is not full', () => {
  expect(isTeamFull({ seats: [], total_seats: 0, available_seats: 0 })).toBe(false)
})
