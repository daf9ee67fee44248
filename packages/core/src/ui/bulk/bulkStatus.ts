import { explainError } from '../../messages/explainError.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { AssignSeatsState } from '../../query/bulk/AssignSeatsState.ts'
import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'
import type { BulkRow } from './BulkRow.ts'

/** Describes the state of a job in a sentence or two. */
export function bulkStatus(
  job: Pick<AssignSeatsState, 'status' | 'progress' | 'report' | 'error'>,
  rows: readonly BulkRow[],
  messages: Messages,
): string {
  const { bulk } = messages
  const { done = 0, total = 0, etaMs = null } = job.progress ?? {}
  const unseated = rows.filter(({ outcome }) => outcome === 'no_seat').length
  const sentences = {
    idle: '',
    running: etaMs === null ? '' : bulk.left({ ms: etaMs }),
    stopped: whyStopped(messages, job.report, unseated),
    done: bulk.finished,
    failed: job.error ? bulk.notBegun({ why: explainError(job.error, messages) }) : '',
  }
  return `${bulk.done({ done, total })}. ${sentences[job.status]}`
}

function whyStopped(messages: Messages, report: AssignSeatsReport | null, unseated: number): string {
  const { bulk } = messages
  if (report?.error) return bulk.brokenOff({ why: explainError(report.error, messages) })
  return unseated > 0 ? bulk.unseated({ count: unseated }) : bulk.stopped
}
