import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import type { LineProblem } from './LineProblem.ts'
import { readLines } from './readLines.ts'
import { readTable } from './readTable.ts'
import { readTextFile } from './readTextFile.ts'

/** A line from which no recipient could be read. Show its text, so that a person can correct it and try again. */
export interface RecipientProblem extends LineProblem {
  /** The number of the line, from 1. */
  line: number
  text: string
}

export interface ParsedRecipients {
  recipients: SeatInvitee[]
  problems: RecipientProblem[]
}

/**
 * Reads recipients from pasted lines, a CSV text or a file. It reads the formats of directories, mail programs and
 * spreadsheets.
 *
 * A text with a header row is a table. From a table, the function reads the columns `external_member_id`, `member_id`,
 * `customer_id` and `external_customer_id`, and the column with the person's own address, whose name it knows in twelve
 * languages. It ignores columns with other addresses, such as a manager's or a private one. Without a header row, each
 * address is a recipient, and a name before `<address>` is ignored. If a line has a wrong address, or more than one
 * possible meaning, the whole line is a problem.
 *
 * @param input A text, or a file in UTF-8 or UTF-16. The result for a file is a promise.
 *
 * @example
 * ```ts
 * import { parseRecipients } from '@seats/core/csv'
 *
 * const { recipients, problems } = parseRecipients('ada@example.com\nGrace <grace@example.com>\nnobody')
 * console.log(recipients.length, problems[0]?.line, problems[0]?.reason)
 *
 * const readFile = async (file: File) => (await parseRecipients(file)).recipients
 * ```
 */
export function parseRecipients(input: string): ParsedRecipients
export function parseRecipients(input: Blob): Promise<ParsedRecipients>
export function parseRecipients(input: string | Blob): ParsedRecipients | Promise<ParsedRecipients> {
  return typeof input === 'string' ? parseText(input) : readTextFile(input).then(parseText)
}

function parseText(text: string): ParsedRecipients {
  const normalizedText = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const rows = readTable(normalizedText) ?? readLines(normalizedText)
  return {
    recipients: rows.flatMap(({ recipients }) => recipients),
    problems: rows.flatMap(({ line, text, problem }) => (problem === undefined ? [] : [{ line, text, ...problem }])),
  }
}
