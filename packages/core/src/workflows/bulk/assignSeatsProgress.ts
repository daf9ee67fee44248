import { reportOf, type AssignSeatsReport, type AssignSeatsResult } from './assignSeatsReport.ts'

export interface AssignSeatsProgress {
  /** Recipients that have an outcome. */
  done: number
  total: number
  assigned: number
  failed: number
  /** Milliseconds left at the pace so far; null before anything is known of it. */
  etaMs: number | null
  /** The report so far, with every recipient: what a resume needs if this process dies now. */
  report: AssignSeatsReport
}

/** How far a job has come: `sent` calls were answered in `elapsed` milliseconds. */
export function progressOf({ source, results }: AssignSeatsReport, sent: number, elapsed: number): AssignSeatsProgress {
  const count = (outcome: AssignSeatsResult['outcome']) => results.filter((result) => result.outcome === outcome).length
  const total = results.length
  const left = count('skipped')
  return {
    done: total - left,
    total,
    assigned: count('assigned'),
    failed: count('failed'),
    etaMs: left === 0 ? 0 : sent === 0 ? null : Math.round((elapsed / sent) * left),
    report: reportOf(source, results),
  }
}
