import { createSeatsClient, type SeatsClient } from '@seats/core'
import { clock } from './clock.ts'

/** Talks to this site's backend, which holds the token. `scope` keeps one user's cache from another's. */
export const createClient = (scope: string): SeatsClient =>
  createSeatsClient({ baseURL: '/api/seats', scope, now: clock.now })
