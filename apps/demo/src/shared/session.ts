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

/** The signed-in person and their subscription. */
export interface Session {
  person: Person
  people: Person[]
  product: string
  source: SeatSource
  /** The address of Polar. */
  polar: string
  /** The backend's time. */
  now: string
}

/** A session of the signed-in person at Polar. */
export interface MemberSession {
  token: string
}

export const getSession = (): Promise<Session> => demoApi('/session')

/** Signs in as another person, and reloads the page, because its data belongs to the previous person. */
export async function signInAs(person: string): Promise<void> {
  await demoApi('/session', { person })
  location.reload()
}
