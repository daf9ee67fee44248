import { seatOccupant } from '@seats/core'
import { expect, test } from 'vitest'
import { member, person, revoked, seat, uuid } from '../seats.ts'

test('uses the email of the seat, then of the customer, then of the member', () => {
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
test('is null for a revoked seat, even if it still has the member', () => {
  expect(seatOccupant(revoked({ member: member(uuid(), 'ada@example.com') }))).toBeNull()
})
test('names the occupant of a seat with an unknown status', () => {
  expect(seatOccupant(person('ada@example.com', { status: 'frozen' }))?.email).toBe('ada@example.com')
})
