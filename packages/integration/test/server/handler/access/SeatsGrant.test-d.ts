import type { ProrationOption, SeatsGrant } from '@seats/server'

const sources = [{ subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }]

export const member: SeatsGrant = {
  sources,
  occupant: { email: 'ada@example.com' },
  operations: ['getMySeats', 'getSeatPermissions'],
}
export const owner: SeatsGrant = { sources, seatCount: 'change', maxSeats: 20 }

// @ts-expect-error An occupant without operations would let a member revoke others.
export const everything: SeatsGrant = { sources, occupant: { email: 'ada@example.com' } }
// @ts-expect-error Operations on members are not offered.
export const members: SeatsGrant = { sources, operations: ['listMembers'] }
// @ts-expect-error The seat count is not among the operations: `seatCount` allows it.
export const buyer: SeatsGrant = { sources, operations: ['updateSeatCount'] }
// @ts-expect-error There is no such right.
export const all: SeatsGrant = { sources, seatCount: 'all' }

export const twoIdentifiers: SeatsGrant = {
  sources,
  operations: ['getMySeats'],
  // @ts-expect-error An occupant is named by one identifier.
  occupant: { email: 'ada@example.com', member_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' },
}
// @ts-expect-error Polar has no such behavior.
export const later: ProrationOption = { increase: 'later' }
