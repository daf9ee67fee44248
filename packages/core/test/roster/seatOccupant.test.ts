import { seatOccupant } from '@seats/core'
import { expect, test } from 'vitest'
import { member, seatOf, revokedSeat, seat, uuid } from '../seats.ts'

test('the email of the occupant is the one of the seat, or else of the customer, or else of the member', () => {
  const ada = member(uuid(), 'ada@example.com', 'usr_1')
  expect(seatOccupant(seat({ member: ada }))).toEqual({
    email: 'ada@example.com',
    member_id: ada?.id,
    external_member_id: 'usr_1',
    name: 'Ada Lovelace',
  })
  expect(seatOccupant(seat({ member: ada, customer_email: 'c@example.com' }))?.email).toBe('c@example.com')
  expect(seatOccupant(seat({ email: 's@example.com', customer_email: 'c@example.com' }))?.email).toBe('s@example.com')
})
test('a revoked seat has no occupant, even if it still has the member', () => {
  expect(seatOccupant(revokedSeat({ member: member(uuid(), 'ada@example.com') }))).toBeNull()
})
test('a seat with an unknown status has its occupant', () => {
  expect(seatOccupant(seatOf('ada@example.com', { status: 'frozen' }))?.email).toBe('ada@example.com')
})
