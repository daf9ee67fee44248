import Papa from 'papaparse'
import type { BulkRow } from './BulkRow.ts'

/** Lets the user save the results as a CSV file. Formulae are escaped, so that a spreadsheet shows them as text. */
export function downloadResults(rows: readonly BulkRow[]): void {
  const csv = Papa.unparse(
    rows.map(({ who, outcome, reason }) => ({ recipient: who, outcome, reason })),
    { escapeFormulae: true },
  )
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  link.download = 'invitations.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
