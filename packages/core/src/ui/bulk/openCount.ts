import type { BulkRow } from './BulkRow.ts'

/** Counts the recipients whom `resume` would try again. */
export const openCount = (rows: readonly BulkRow[]): number =>
  rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'failed' || outcome === 'no_seat').length
