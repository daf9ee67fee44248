/**
 * Reads recipients from pasted text and CSV files.
 *
 * @module @seats/core/csv
 */

export type { RecipientProblemCode } from '../csv/RecipientProblemCode.ts'
export { parseRecipients, type ParsedRecipients, type RecipientProblem } from '../csv/parseRecipients.ts'
export { readTextFile } from '../csv/readTextFile.ts'
