import type { Subject } from './Subject.ts'

/** A request on its way through the layers. */
export interface Call {
  readonly request: Request
  /** The path, percent-decoded. */
  readonly path: string
  /** The caller's IP address, if the call came over HTTP. */
  readonly address: string | undefined
  /** Headers of the answer, collected from the layers that the call has passed. */
  headers: Record<string, string>
  /** The caller. A call is anonymous until its token was checked, and stays anonymous if it has no token. */
  subject: Subject
}
