import type { Call } from './Call.ts'

/** The type of Hono's context. It carries the call to the routes. */
export interface Env {
  Bindings: Call
}
