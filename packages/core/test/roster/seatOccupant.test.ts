import { seatOccupant } from '@seats/core'
import { expect, test } from 'vitest'
import { member, person, revoked, seat, uuid } from '../seats.ts'

test('takes the seat, then the customer, then the member', () => {
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
test('is null for a revoked seat, also where its answer still has the member', () => {
  expect(seatOccupant(revoked({ member: member(uuid(), 'ada@example.com') }))).toBeNull()
})
test('is somebody for a status that we do not know', () => {
  expect(seatOccupant(person('ada@example.com', { status: 'frozen' }))?.email).toBe('ada@example.com')
})
