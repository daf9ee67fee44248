import type { Subject } from './Subject.ts'

/** A request on its way through the layers. */
export interface Call {
  readonly request: Request
  /** Percent-decoded. */
  readonly path: string
  /** Whom it comes from, where it came over HTTP. */
  readonly address: string | undefined
  /** What the layers that it has passed put on any answer to it. */
  headers: Record<string, string>
  /** Who it speaks for, once that is known. */
  subject: Subject
}
