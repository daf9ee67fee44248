import type { SeatSource } from '@seats/core'
import type { SeatsGrant } from '@seats/server'
import type { Person } from '../src/shared/session.ts'

/**
 * The people who can sign in. A new visitor is signed in as the first of them. `source`, `customer` and
 * `member` are the refs of the company's subscription, of the company and of the person in the seed.
 */
export const people: (Person & { source: string; customer: string; member: string })[] = [
  {
    id: 'jane',
    name: 'Jane Okafor',
    email: 'jane@fernhill.example',
    role: 'owner',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
    customer: 'lumen/fernhill',
    member: 'lumen/jane',
  },
  {
    id: 'marcus',
    name: 'Marcus Reed',
    email: 'marcus@fernhill.example',
    role: 'billing_manager',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
    customer: 'lumen/fernhill',
    member: 'lumen/marcus',
  },
  {
    id: 'priya',
    name: 'Priya Nair',
    email: 'priya@fernhill.example',
    role: 'member',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
    customer: 'lumen/fernhill',
    member: 'lumen/priya',
  },
  {
    id: 'tomas',
    name: 'Tomás Lind',
    email: 'tomas@harborlabs.example',
    role: 'owner',
    company: 'Harbor Labs',
    source: 'lumen/harbor-sub',
    customer: 'lumen/harbor',
    member: 'lumen/tomas',
  },
]

const managerOperations = ['listSeats', 'assignSeat', 'revokeSeat', 'resendInvitation', 'getSeatPermissions'] as const

/**
 * Returns a person's grant for the seats of their company. The demo has one more access rule: only an owner gets a
 * session at Polar, to manage members.
 */
export function grantOf({ id, email, role }: Person, source: SeatSource): SeatsGrant {
  const grant = { actor: id, sources: [source], occupant: { email } }
  switch (role) {
    case 'owner':
      return { ...grant, operations: managerOperations, immediateClaim: true, seatCount: 'change' }
    case 'billing_manager':
      return { ...grant, operations: managerOperations, seatCount: 'buy' }
    case 'member':
      return { ...grant, operations: ['getMySeats', 'getSeatPermissions'] }
  }
}
