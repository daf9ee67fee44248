import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import { readLines } from './readLines.ts'
import { readTable } from './readTable.ts'

/** A line that no recipient could be read from. Nothing of it is lost: it can be shown, mended and given again. */
export interface RecipientProblem {
  /** From 1. */
  line: number
  text: string
  reason: string
}

export interface ParsedRecipients {
  recipients: SeatAssignment[]
  problems: RecipientProblem[]
}

/**
 * Reads recipients from pasted lines or a CSV file.
 *
 * With a header row, it is a table: its columns `email`, `external_member_id`, `member_id`, `customer_id` and
 * `external_customer_id` are read and others passed over. Without one, every address is a recipient: one a line, several
 * a line, `Name <address>`, names beside them, as mail programs and spreadsheets copy them. A line with a wrong address
 * is a problem as a whole.
 *
 * @example
 * ```ts
 * import { parseRecipients } from '@seats/core/csv'
 *
 * const { recipients, problems } = parseRecipients('ada@example.com\nGrace <grace@example.com>\nnobody')
 * console.log(recipients.length, problems[0]?.line, problems[0]?.reason)
 * ```
 */
export function parseRecipients(text: string): ParsedRecipients {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const rows = readTable(plain) ?? readLines(plain)
  return {
    recipients: rows.flatMap(({ recipients }) => recipients),
    problems: rows.flatMap(({ line, text, reason }) => (reason === undefined ? [] : [{ line, text, reason }])),
  }
}

/** One line that is not empty: who is in it, or why nobody could be read from it. */
export interface RecipientRow {
  line: number
  text: string
  recipients: SeatAssignment[]
  reason?: string | undefined
}
