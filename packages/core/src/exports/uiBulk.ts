/**
 * The parts of the bulk invitation that read and write CSV. They are a separate entry point, so that a page loads the
 * CSV reader only when that reader is needed.
 *
 * @module @seats/core/ui/bulk
 */

export * from '../ui/bulk/downloadResults.ts'
export * from '../ui/bulk/previewBulk.ts'
