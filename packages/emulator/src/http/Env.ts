import type { HttpBindings } from '@hono/node-server'
import type { Subject } from './Subject.ts'

/** What Hono carries with a request; there are no bindings in process. */
export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: { subject: Subject }
}
