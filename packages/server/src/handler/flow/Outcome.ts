import type { SeatSource } from '@seats/core'
import type { AuditEvent } from '../audit/AuditEvent.ts'
import type { Announcement } from './announce.ts'

/** A source that a request names and that was refused. `source` is null if the id is not a UUID. */
export interface RefusedSource {
  source: SeatSource | null
  error: unknown
}

/** Everything that is known about a request, except its answer. */
export interface Findings {
  /** The fields of the audit event that are known so far. */
  audit?: Partial<AuditEvent>
  /** True if Polar has made a change, even if something failed after it. */
  isChanged?: boolean
  /** The message to the live streams. It is published after the audit. */
  announcement?: Announcement
  /** Sources that were refused while others were served. Each gets an audit event of its own. */
  refusedSources?: RefusedSource[]
}

/** The result of a request: its answer or the error that was thrown, and everything else that is known about it. */
export type Outcome = Findings & ({ response: Response } | { error: unknown })
