import type { Messages } from '../../messages/Messages.ts'
import type { BulkOutcome, BulkRow } from './BulkRow.ts'

/** An outcome, and the number of rows that have it. */
export interface OutcomeCount {
  outcome: BulkOutcome
  count: number
}

/**
 * Counts the rows of each outcome, in the order in which the page shows outcomes. Leaves out an outcome without rows.
 */
export function countOutcomes(rows: readonly BulkRow[], { bulk }: Messages): OutcomeCount[] {
  const counts = new Map<BulkOutcome, number>()
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const outcomes = Object.keys(bulk.outcomes) as BulkOutcome[]
  return outcomes.flatMap((outcome) => ({ outcome, count: counts.get(outcome) ?? 0 })).filter(({ count }) => count > 0)
}
