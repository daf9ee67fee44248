import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import { readLines } from './readLines.ts'
import { readTable } from './readTable.ts'
import { readTextFile } from './readTextFile.ts'

/** A line that no recipient could be read from. Nothing of it is lost: it can be shown, mended and given again. */
export interface RecipientProblem {
  /** From 1. */
  line: number
  text: string
  /** Says what is wrong, or unclear, and what to do. */
  reason: string
}

export interface ParsedRecipients {
  recipients: SeatInvitee[]
  problems: RecipientProblem[]
}

/**
 * Reads recipients from pasted lines, a CSV text or a file, as directories, mail programs and spreadsheets give them.
 *
 * With a header row, the text is a table. Its columns `external_member_id`, `member_id`, `customer_id` and
 * `external_customer_id` are read, and the one column that holds the person's own address, which is found by its header
 * in twelve languages. Managers', private, secondary and other addresses are passed over. Without a header row, each
 * address is a recipient, and a name in front of `<address>` is only a name. A line that has a wrong address, or that
 * can be read in more than one way, is a problem as a whole.
 *
 * @param input text, or a file in UTF-8 or UTF-16, for which the result is a promise
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
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const rows = readTable(plain) ?? readLines(plain)
  return {
    recipients: rows.flatMap(({ recipients }) => recipients),
    problems: rows.flatMap(({ line, text, reason }) => (reason === undefined ? [] : [{ line, text, reason }])),
  }
}
