import { createSeatsClient, type SeatsClient } from '@seats/core'
import { clock } from './clock.ts'

/** Creates a client for this site's backend, which holds the token. `scope` separates the caches of two users. */
export const createClient = (scope: string): SeatsClient =>
  createSeatsClient({ baseURL: '/api/seats', scope, now: clock.now })
