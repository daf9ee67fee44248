import Papa from 'papaparse'
import { isEmailAddress } from '../internal/isEmailAddress.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'

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
 * With a header row, its columns `email`, `external_member_id`, `member_id`, `customer_id` and `external_customer_id`
 * are read and others passed over. Without one, every cell with an address is a recipient: one a line, several a line,
 * `Name <address>`, names beside them. Commas, semicolons and tabs separate; quotes work as in CSV.
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
  const result: ParsedRecipients = { recipients: [], problems: [] }
  const rows = readRows(text)
  const columns = headerOf(rows[0]?.cells ?? [])
  for (const row of columns === undefined ? rows : rows.slice(1)) {
    const found = columns === undefined ? addressesIn(row.cells) : recipientIn(row.cells, columns)
    if (typeof found === 'string') result.problems.push({ line: row.line, text: row.text, reason: found })
    else result.recipients.push(...found)
  }
  return result
}

interface Row {
  line: number
  text: string
  cells: string[]
}

function readRows(text: string): Row[] {
  const source = text.replace(/^\uFEFF/, '')
  const rows: Row[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimitersToGuess: [',', ';', '\t'],
    step({ data, meta }) {
      // A quoted cell may span lines: where a row ends is what the parser says.
      const raw = source.slice(from, meta.cursor)
      const cells = data.map((cell) => cell.trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line, text: raw.trim(), cells })
      line += raw.split(/\r\n|\r|\n/).length - 1
      from = meta.cursor
    },
  })
  return rows
}

const names = ['email', 'external_member_id', 'member_id', 'customer_id', 'external_customer_id'] as const
type Name = (typeof names)[number]

/** Which cell holds what; undefined where the first row is no header. */
function headerOf(cells: string[]): Map<number, Name> | undefined {
  const columns = new Map<number, Name>()
  for (const [index, cell] of cells.entries()) {
    const plain = cell.toLowerCase().replaceAll(/[\s-]+/g, '_')
    const isEmail = ['e_mail', 'mail', 'email_address', 'e_mail_address'].includes(plain)
    const name = isEmail ? 'email' : names.find((known) => known === plain)
    if (name !== undefined) columns.set(index, name)
  }
  return columns.size > 0 ? columns : undefined
}

function recipientIn(cells: string[], columns: Map<number, Name>): SeatAssignment[] | string {
  const fields = [...columns]
    .map(([index, name]) => [name, cells[index] ?? ''] as const)
    .filter(([, cell]) => cell !== '')
  if (fields.length === 0) return `The line has no ${[...new Set(columns.values())].join(' or ')}.`
  const recipient = Object.fromEntries(fields)
  if (recipient.email !== undefined && !isEmailAddress(recipient.email)) {
    return `${JSON.stringify(recipient.email)} is not an email address.`
  }
  const isPair = recipient.email !== undefined && recipient.external_member_id !== undefined
  if (fields.length > (isPair ? 2 : 1)) return 'The line names more than one person: keep one identifier.'
  // One identifier, or the one pair that is allowed: checked just above.
  return [recipient as unknown as SeatAssignment]
}

function addressesIn(cells: string[]): SeatAssignment[] | string {
  const addresses = cells.filter((cell) => cell.includes('@'))
  const wrong = addresses.find((cell) => !isEmailAddress(cell))
  if (wrong !== undefined) return `${JSON.stringify(wrong)} is not an email address.`
  return addresses.length === 0 ? 'There is no email address in this line.' : addresses.map((email) => ({ email }))
}
