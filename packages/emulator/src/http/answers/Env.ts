import type { Call } from './Call.ts'

/** What Hono carries with a request: everything the layers before the routes have found out. */
export interface Env {
  Bindings: Call
}
