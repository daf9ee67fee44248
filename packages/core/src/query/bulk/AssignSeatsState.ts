import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/AssignSeatsProgress.ts'
import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'

/**
 * The state of a bulk assignment. The QueryClient keeps this state even if the component that started the job is no
 * longer on the page.
 */
export interface AssignSeatsState {
  /**
   * `stopped`: the job has ended, but not all recipients have a seat. `resume` tries those again. `failed`: the job
   * could not start, or an unexpected error ended it.
   */
  status: 'idle' | 'running' | 'stopped' | 'done' | 'failed'
  /** The recipients, as they were given to `start`. */
  recipients: SeatInvitee[]
  progress: Omit<AssignSeatsProgress, 'report'> | null
  /** A result for each recipient. The outcome is `skipped` until the job knows another outcome. */
  report: AssignSeatsReport | null
  /** The error if the job could not start. */
  error: SeatsError | null
}

export const idle: AssignSeatsState = { status: 'idle', recipients: [], progress: null, report: null, error: null }
