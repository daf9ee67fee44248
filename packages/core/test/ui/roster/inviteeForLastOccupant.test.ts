import { inviteeForLastOccupant } from '@seats/core/ui'
import { expect, test } from 'vitest'
import { seat } from '../seat.ts'

test('an undo assigns the seat to the same member, without an invitation only if that is allowed', () => {
  const claimed = seat({
    status: 'claimed',
    member_id: '6d2c1c1e-6d4b-4b3f-9a55-7a9fd8a1c5aa',
    seat_metadata: { role: 'dev' },
  })
  const member = { member_id: '6d2c1c1e-6d4b-4b3f-9a55-7a9fd8a1c5aa', metadata: { role: 'dev' } }
  expect(inviteeForLastOccupant(claimed, true)).toEqual({ ...member, immediate_claim: true })
  expect(inviteeForLastOccupant(claimed, false)).toEqual(member)
  expect(inviteeForLastOccupant(seat({}), true)).toEqual({ email: 'ada@fernhill.example' })
})

test('an undo uses the customer id if the seat has neither a member id nor an address', () => {
  const seatOfCustomer = seat({
    email: null,
    customer_email: null,
    customer_id: '4e4c3d5e-90f8-4a36-8a27-1f3e2ef0e4f1',
  })
  expect(inviteeForLastOccupant(seatOfCustomer, true)).toEqual({ customer_id: '4e4c3d5e-90f8-4a36-8a27-1f3e2ef0e4f1' })
})
