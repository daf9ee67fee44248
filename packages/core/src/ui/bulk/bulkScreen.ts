import { explainError } from '../../messages/explainError.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { BulkOutcome, BulkRow } from './BulkRow.ts'
import { bulkRows, type BulkJob } from './bulkRows.ts'
import { countOutcomes, type OutcomeCount } from './countOutcomes.ts'
import { emptyRoster } from './emptyRoster.ts'

/** The rows, numbers and texts that the bulk invitation shows about a job. Each number is counted from the rows. */
export interface BulkScreen {
  /** `form`: there is no job, or it could not start. `ended`: the job is done, or it has stopped early. */
  step: 'form' | 'running' | 'ended'
  rows: BulkRow[]
  counts: OutcomeCount[]
  /** The number of people who got a seat, or whose invitation failed. */
  done: number
  /** `done`, plus the number of people who are not invited yet and for whom a seat is free. */
  total: number
  /**
   * The number of people whom the job invites if it is continued. Never more than there are free seats, and 0 while the
   * job runs.
   */
  remainingCount: number
  /** The state of the job in one or two sentences. */
  status: string
}

/**
 * Returns the rows, numbers and texts for a job, from its state and the roster.
 *
 * @param roster undefined until it is loaded; then nobody has a seat, and no seat is free
 * @param unread the lines in which no recipient was found, which are shown with the results
 */
export function bulkScreen(
  job: BulkJob,
  roster: SeatsList | undefined,
  unread: readonly BulkRow[],
  messages: Messages,
): BulkScreen {
  const step = stepOf(job)
  if (step === 'form') return { step, rows: [], counts: [], done: 0, total: 0, remainingCount: 0, status: '' }
  const rows = [...bulkRows(job, roster ?? emptyRoster, messages), ...unread]
  const counts = countOutcomes(rows, messages)
  const count = (outcome: BulkOutcome) => counts.find((other) => other.outcome === outcome)?.count ?? 0
  const skippedCount = count('skipped')
  const failedCount = count('failed')
  const done = count('assigned') + failedCount
  const numbers = { done, total: done + skippedCount, skippedCount, unseated: count('no_seat') }
  return {
    step,
    rows,
    counts,
    done,
    total: numbers.total,
    remainingCount: step === 'running' ? 0 : skippedCount + failedCount,
    status: [
      numbers.total > 0 && `${messages.bulk.done(numbers)}.`,
      step === 'running' ? timeLeft(job, skippedCount, messages) : endReason(job, numbers, messages),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

const stepOf = ({ status, report }: BulkJob): BulkScreen['step'] => {
  if (status === 'running') return 'running'
  return status === 'idle' || report === null ? 'form' : 'ended'
}

/** Returns a sentence with the remaining time at the speed so far. Returns an empty text if that time is not known. */
function timeLeft({ progress }: BulkJob, skippedCount: number, { bulk }: Messages): string {
  const { etaMs = null, done = 0, total = 0 } = progress ?? {}
  if (!etaMs || skippedCount === 0) return ''
  const ms = (etaMs / (total - done)) * skippedCount
  return bulk.left({ ms: Math.max(1, Math.round(ms / 1000)) * 1000 })
}

function endReason(
  { status, error, report }: BulkJob,
  { skippedCount, unseated }: { skippedCount: number; unseated: number },
  messages: Messages,
): string {
  const { bulk } = messages
  if (status === 'failed') return bulk.brokenOff({ why: explainError(error, messages) })
  if (report?.error) return bulk.brokenOff({ why: explainError(report.error, messages) })
  if (skippedCount > 0) return bulk.stopped
  return unseated > 0 ? bulk.unseated({ count: unseated }) : bulk.finished
}
