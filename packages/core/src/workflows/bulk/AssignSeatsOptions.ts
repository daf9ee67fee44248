import type { AssignSeatsProgress } from './AssignSeatsProgress.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'

export interface AssignSeatsOptions extends WorkflowOptions {
  /**
   * Called after each outcome. If this function throws an error, the job goes on. A browser reports the error like that
   * of an event listener, and other runtimes write the error to the console.
   */
  onProgress?: ((progress: AssignSeatsProgress) => void) | undefined
  /** The largest number of calls at the same time. At least 1, by default 4. */
  concurrency?: number | undefined
  /** The largest number of calls per minute. At least 1, by default the client's rate. */
  ratePerMinute?: number | undefined
}
