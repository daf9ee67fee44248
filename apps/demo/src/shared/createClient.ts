import { createSeatsClient, type SeatsClient } from '@seats/core'
import { clock } from './clock.ts'
import { demoApi } from './demoApi.ts'
import type { MemberSession, Session } from './session.ts'

/** Creates a client for this site's backend, which holds the token. `scope` keeps the cached data of users apart. */
export const createClient = (scope: string): SeatsClient =>
  createSeatsClient({ baseURL: '/api/seats', scope, now: clock.now })

/** Creates a client that calls Polar itself, with a short-lived session of the owner who is signed in. */
export const createMemberClient = ({ person, polar }: Session): SeatsClient =>
  createSeatsClient({
    baseURL: polar,
    scope: `${person.id} at Polar`,
    now: clock.now,
    sessionToken: async () => (await demoApi<MemberSession>('/member-session', {})).token,
  })
