import Papa from 'papaparse'
import { assignIssues } from '../internal/assignIssues.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { RecipientRow } from './parseRecipients.ts'

/** A CSV file with a header row; undefined for a text that is none. */
export function readTable(text: string): RecipientRow[] | undefined {
  const delimiter = [',', ';', '\t'].toSorted((a, b) => widthOf(text, b) - widthOf(text, a))[0] ?? ','
  const columns = headerOf(firstRow(text, delimiter))
  if (columns === undefined) return undefined
  return readRows(text, delimiter)
    .slice(1)
    .map(({ line, text, cells, isBroken }) => {
      const found = isBroken ? 'A quotation mark is opened here and not closed.' : recipientIn(cells, columns)
      return typeof found === 'string'
        ? { line, text, recipients: [], reason: found }
        : { line, text, recipients: [found] }
    })
}

const widthOf = (text: string, delimiter: string) => firstRow(text, delimiter).length

const firstRow = (text: string, delimiter: string) =>
  Papa.parse<string[]>(text.trimStart(), { delimiter, newline: '\n', preview: 1 }).data[0] ?? []

interface Row {
  line: number
  text: string
  cells: string[]
  isBroken: boolean
}

function readRows(source: string, delimiter: string): Row[] {
  const rows: Row[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimiter,
    newline: '\n',
    step({ data, meta, errors }) {
      // A quoted cell may span lines: where a row ends is what the parser says.
      const raw = source.slice(from, meta.cursor)
      const cells = data.map((cell) => cell.trim())
      const isBroken = errors.some(({ type }) => type === 'Quotes')
      if (cells.some((cell) => cell !== '')) rows.push({ line, text: raw.trim(), cells, isBroken })
      line += raw.split('\n').length - 1
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
    if (cell.includes('@')) return undefined
    const plain = cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_')
    const isEmail = ['e_mail', 'mail', 'email_address', 'e_mail_address'].includes(plain)
    const name = isEmail ? 'email' : names.find((known) => known === plain)
    if (name !== undefined) columns.set(index, name)
  }
  return columns.size > 0 ? columns : undefined
}

function recipientIn(cells: string[], columns: Map<number, Name>): SeatAssignment | string {
  const fields = [...columns]
    .map(([index, name]) => [name, cells[index] ?? ''] as const)
    .filter(([, cell]) => cell !== '')
  if (fields.length === 0) return `The line has no ${[...new Set(columns.values())].join(' or ')}.`
  const recipient = Object.fromEntries(fields)
  const [issue] = assignIssues({ ...recipient, order_id: anyId }, false)
  // Polar takes this as a recipient: checked just now.
  if (issue === undefined) return recipient as unknown as SeatAssignment
  const name = issue.loc[1]
  if (name === undefined) return 'The line names more than one person: keep one identifier.'
  const value = JSON.stringify(recipient[name])
  return name === 'email' ? `${value} is not an email address.` : `${value} is no ${name}: ${issue.msg}.`
}

/** The source plays no part here. */
const anyId = '00000000-0000-4000-8000-000000000000'
