import type { SeatsGrant } from '@seats/server'
import type { Person } from '../src/shared/session.ts'

/**
 * The people who can sign in. A visitor starts as the first one. `source` is the seed's ref of their company's
 * subscription.
 */
export const people: (Person & { source: string })[] = [
  {
    id: 'jane',
    name: 'Jane Okafor',
    email: 'jane@fernhill.example',
    role: 'owner',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
  },
  {
    id: 'marcus',
    name: 'Marcus Reed',
    email: 'marcus@fernhill.example',
    role: 'billing_manager',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
  },
  {
    id: 'priya',
    name: 'Priya Nair',
    email: 'priya@fernhill.example',
    role: 'member',
    company: 'Fernhill Studio',
    source: 'lumen/fernhill-sub',
  },
  {
    id: 'tomas',
    name: 'Tomás Lind',
    email: 'tomas@harborlabs.example',
    role: 'owner',
    company: 'Harbor Labs',
    source: 'lumen/harbor-sub',
  },
]

/** What each role may do. The demo has no other access rules. */
export const rights = {
  owner: { immediateClaim: true },
  billing_manager: {},
  member: { operations: ['listSeats'] },
} satisfies Record<Person['role'], Partial<SeatsGrant>>
