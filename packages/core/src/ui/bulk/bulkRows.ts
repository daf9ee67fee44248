import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'
import type { BulkRow } from './BulkRow.ts'
import { inviteeName } from './inviteeName.ts'

/** Returns a row for each recipient of a report. */
export const bulkRows = ({ results }: AssignSeatsReport): BulkRow[] =>
  results.map(({ recipient, outcome, error }) => ({
    who: inviteeName(recipient),
    outcome,
    reason: error?.detail ?? '',
  }))
