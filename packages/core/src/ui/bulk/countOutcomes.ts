import type { Messages } from '../../messages/Messages.ts'
import type { BulkOutcome, BulkRow } from './BulkRow.ts'

/** Counts the rows of each outcome, in the order in which outcomes are shown. */
export function countOutcomes(rows: readonly BulkRow[], { bulk }: Messages): { outcome: BulkOutcome; count: number }[] {
  const outcomes = Object.keys(bulk.outcomes) as BulkOutcome[]
  return outcomes
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
}
