import { explainError } from '../../messages/explainError.ts'
import type { Messages } from '../../messages/Messages.ts'
import type { AssignSeatsState } from '../../query/bulk/AssignSeatsState.ts'
import { answeredRoster } from '../../query/roster/answeredRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { isOpen, type AssignSeatsResult } from '../../workflows/bulk/assignSeatsReport.ts'
import { preflightSeats } from '../../workflows/bulk/preflightSeats.ts'
import type { BulkOutcome, BulkRow } from './BulkRow.ts'
import { inviteeName } from './inviteeName.ts'

/** The fields of a job's state from which the page computes the rows and numbers. */
export type BulkJob = Pick<AssignSeatsState, 'status' | 'recipients' | 'progress' | 'report' | 'error'>

/**
 * Returns a row for each recipient of a job. Recipients whom the job still tries, or would try if it was continued, are
 * looked up in the current roster. So their rows say `no_seat` only if there are too few free seats now.
 */
export function bulkRows(job: BulkJob, roster: SeatsList, messages: Messages): BulkRow[] {
  const results = job.report?.results ?? job.recipients.map(untriedResult)
  const expectedByResult = expectedOutcomes(job, results, roster)
  return results.map((result) => {
    const outcome = expectedByResult.get(result) ?? result.outcome
    const who = inviteeName(result.recipient)
    const hasReason = outcome === result.outcome && result.error
    return { who, outcome, reason: hasReason ? explainError(result.error, messages, { who }) : '' }
  })
}

const untriedResult = (recipient: AssignSeatsResult['recipient']): AssignSeatsResult => ({
  recipient,
  outcome: 'skipped',
})

/** Returns the expected outcomes of the recipients whom the job still tries, or would try if it was continued. */
function expectedOutcomes(
  { status, progress }: BulkJob,
  results: AssignSeatsResult[],
  shownRoster: SeatsList,
): Map<AssignSeatsResult, BulkOutcome> {
  const roster = answeredRoster(shownRoster)
  const isRunning = status === 'running'
  // A continued job tries again all recipients whose results are `skipped`, `failed` or `no_seat`. Once it reports its
  // progress, these results are `skipped` until each has a new outcome.
  const isUnderWay = isRunning && progress !== null
  const openResults = results.filter((result) => (isUnderWay ? result.outcome === 'skipped' : isOpen(result)))
  // With a free seat for each of these recipients, all of them stay `skipped`.
  if (isUnderWay && openResults.length <= roster.available_seats) return new Map()
  const preflightRows = preflightSeats(
    roster,
    openResults.map(({ recipient }) => recipient),
  )
  return new Map(openResults.map((result, index) => [result, outcomeOf(result, preflightRows[index]?.outcome)]))

  function outcomeOf({ outcome }: AssignSeatsResult, expectedOutcome: BulkOutcome = outcome): BulkOutcome {
    // Before its answer, a call has no outcome, even if the roster already shows the seat.
    if (isUnderWay && expectedOutcome === 'already_seated') return 'skipped'
    if (expectedOutcome !== 'new') return expectedOutcome
    return outcome === 'failed' && !isRunning ? 'failed' : 'skipped'
  }
}
