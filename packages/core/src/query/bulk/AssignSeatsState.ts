import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/AssignSeatsProgress.ts'
import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'

/**
 * The state of a bulk assignment. The QueryClient keeps it after the component that started the job has left the page.
 */
export interface AssignSeatsState {
  /**
   * `stopped`: the job ended early, and `resume` continues it. `failed`: the job could not start, or an unexpected
   * error ended it.
   */
  status: 'idle' | 'running' | 'stopped' | 'done' | 'failed'
  /** The recipients, as they were given to `start`. */
  recipients: SeatInvitee[]
  progress: Omit<AssignSeatsProgress, 'report'> | null
  /** A result for each recipient. It is `skipped` until the recipient has an outcome. */
  report: AssignSeatsReport | null
  /** The error if the job could not start. */
  error: SeatsError | null
}

export const idle: AssignSeatsState = { status: 'idle', recipients: [], progress: null, report: null, error: null }
