import type { AssignSeatsReport } from './assignSeatsReport.ts'

export interface AssignSeatsProgress {
  /** The number of recipients who have an outcome other than `skipped`. */
  done: number
  total: number
  assigned: number
  failed: number
  /** Estimated milliseconds until the job ends. `null` before the first answer. */
  etaMs: number | null
  /** The report so far, with a result for each recipient: store it, and a new process can resume the job. */
  readonly report: AssignSeatsReport
}
