import type { SeatSource } from '@seats/core'
import { demoApi } from './demoApi.ts'

export type Role = 'owner' | 'billing_manager' | 'member'

/** Someone who can sign in to the demo. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
  company: string
}

/** Who is signed in, to what, and what they may do there. The backend decides; this is for what to show. */
export interface Session {
  person: Person
  people: Person[]
  product: string
  source: SeatSource
  may: { change: boolean; claimAtOnce: boolean }
  /** The backend's time. */
  now: string
}

export const getSession = (): Promise<Session> => demoApi('/session')

/** Everything on the page belongs to who is signed in: the page starts anew. */
export async function signInAs(person: string): Promise<void> {
  await demoApi('/session', { person })
  location.reload()
}
