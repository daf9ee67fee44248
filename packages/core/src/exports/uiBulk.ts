/**
 * The parts of the bulk invitation that know no framework. They have an entry of their own, because they bring the CSV
 * reader, which a page loads when it needs it.
 *
 * @module @seats/core/ui/bulk
 */

export * from '../ui/bulk/BulkRow.ts'
export * from '../ui/bulk/bulkRows.ts'
export * from '../ui/bulk/bulkStatus.ts'
export * from '../ui/bulk/countOutcomes.ts'
export * from '../ui/bulk/downloadResults.ts'
export * from '../ui/bulk/inviteeName.ts'
export * from '../ui/bulk/openCount.ts'
export * from '../ui/bulk/previewBulk.ts'
