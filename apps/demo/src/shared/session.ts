import type { SeatSource } from '@seats/core'
import { demoApi } from './demoApi.ts'

export type Role = 'owner' | 'billing_manager' | 'member'

/** A person who can sign in to the demo. */
export interface Person {
  id: string
  name: string
  email: string
  role: Role
  company: string
}

/**
 * The signed-in person, their subscription, and their rights. The page shows buttons by these rights; the backend
 * enforces them.
 */
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

/** Signs in as another person, and reloads the page: everything on it belonged to the person before. */
export async function signInAs(person: string): Promise<void> {
  await demoApi('/session', { person })
  location.reload()
}
