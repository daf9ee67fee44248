import type { ProrationOption, SeatsGrant } from '@seats/server'

const sources = [{ subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }]

export const member: SeatsGrant = {
  sources,
  occupant: { email: 'ada@example.com' },
  operations: ['getMySeats', 'getSeatPermissions'],
}
export const owner: SeatsGrant = { sources, seatCount: 'change', maxSeats: 20 }

// @ts-expect-error Without `operations`, this member could revoke the seats of others.
export const everything: SeatsGrant = { sources, occupant: { email: 'ada@example.com' } }
// @ts-expect-error The guard has no operations on members.
export const members: SeatsGrant = { sources, operations: ['listMembers'] }
// @ts-expect-error Only `seatCount` allows a change of the seat count, not `operations`.
export const buyer: SeatsGrant = { sources, operations: ['updateSeatCount'] }
// @ts-expect-error `all` is not a value of `seatCount`.
export const all: SeatsGrant = { sources, seatCount: 'all' }

export const twoIdentifiers: SeatsGrant = {
  sources,
  operations: ['getMySeats'],
  // @ts-expect-error An occupant is named by one identifier.
  occupant: { email: 'ada@example.com', member_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' },
}
// @ts-expect-error Polar has no such behavior.
export const later: ProrationOption = { increase: 'later' }
