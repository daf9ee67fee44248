import type { AssignSeatsProgress } from './assignSeatsProgress.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'

export interface AssignSeatsOptions extends WorkflowOptions {
  /** What it throws is reported, as any listener's error in a browser and elsewhere on the console, and stops nothing. */
  onProgress?: ((progress: AssignSeatsProgress) => void) | undefined
  /** Calls under way at once, 1 at least. Default 4. */
  concurrency?: number | undefined
  /** Calls a minute, 1 at least. Default: the client's rate. */
  ratePerMinute?: number | undefined
}
