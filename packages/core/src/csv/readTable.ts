import { recipientIssues } from '../internal/input/assignIssues.ts'
import { addressKey } from '../roster/addressKey.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import { cleanText } from './cleanText.ts'
import { findHeader, type Header } from './findHeader.ts'
import type { IdName } from './headerKind.ts'
import type { RecipientRow } from './RecipientRow.ts'
import { uniqueAddresses, readCell } from './readCell.ts'
import { readLines } from './readLines.ts'
import { readRows, type Row } from './readRows.ts'
import { splitCells } from './splitCells.ts'

/** Reads a table with a header row. Returns undefined if the text is not a table. */
export function readTable(source: string): RecipientRow[] | undefined {
  // Excel can write the delimiter into the first line. Leaves an empty line, so that the other lines keep their
  // numbers.
  const separator = /^\uFEFF?"?sep=([,;|\t])"?[,;|\t ]*(?=\n|$)/i.exec(source)
  const text = separator === null ? source : source.slice(separator[0].length)
  const header = findHeader(text, separator?.[1] === undefined ? [',', ';', '\t', '|'] : [separator[1]])
  if (header === undefined) return separator === null ? undefined : readLines(text)
  const isEmailList = header.kinds.length === 1 && (header.kinds[0] ?? '').endsWith('email')
  if (isEmailList) return readList(text, header)
  return readRows(text, header.delimiter).flatMap((row) => readRow(row, header))
}

/** Reads a table with one column, in which each line is a cell. */
function readList(text: string, { row }: Header): RecipientRow[] {
  const rest = text.split('\n').slice(row.line)
  // A plural or a colon (`Emails:`) is a title above a list, whose lines may have several addresses.
  const isColumn = !/s\W*$/i.test(row.text) && !row.text.endsWith(':')
  return readLines(rest.join('\n'), row.line + 1).map((line) =>
    isColumn && hasTwoCells(line.text) ? { ...line, recipients: [], reason: cellCount(2, 1) } : line,
  )
}

function hasTwoCells(text: string): boolean {
  const cells = splitCells(cleanText(text), ',\t').filter((parts) => parts.some(({ text }) => text.trim() !== ''))
  return cells.length > 1 && cells.some((parts) => parts.every(({ kind }) => kind === 'text') && isAddress(parts))
}

const isAddress = (parts: Parameters<typeof readCell>[0]) => {
  const { addresses, style } = readCell(parts)
  return addresses.length > 0 && style === 'bare'
}

const cellCount = (cells: number, columns: number) =>
  `This line has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but the header has ${columns}. ` +
  (cells > columns ? 'Put quotation marks around a cell that has a separator in it.' : 'Add the missing cells.')

function readRow(row: Row, header: Header): RecipientRow[] {
  const { line, text } = row
  const problem = (reason: string) => [{ line, text, recipients: [], reason }]
  const isAbove = line < header.row.line
  if (isAbove && text.includes('@')) return problem('This line is above the header of the table. Delete it.')
  const isRepeated = row.cells.join('\n') === header.row.cells.join('\n')
  const isRule = row.cells.every((cell) => /^(?::?-+:?)?$/.test(cell))
  if (isAbove || isRepeated || isRule) return []
  if (row.isBroken) return problem('A quotation mark is opened here and not closed.')
  const columns = header.kinds.length
  const cells = row.cells.slice(0, Math.max(columns, row.cells.findLastIndex(Boolean) + 1))
  if (cells.length !== columns) return problem(cellCount(cells.length, columns))
  const found = recipientsIn(cells, header)
  return typeof found === 'string' ? problem(found) : [{ line, text, recipients: found }]
}

function recipientsIn(cells: string[], { kinds, row }: Header): SeatInvitee[] | string {
  const columnsOf = (wanted: string) => [...kinds.keys()].filter((column) => kinds[column] === wanted)
  const primary = columnsOf('primary email')
  const columns = primary.length > 0 ? primary : columnsOf('email')
  const ids = Object.fromEntries(
    kinds.flatMap((kind, column) => (kind?.endsWith('_id') && cells[column] ? [[kind as IdName, cells[column]]] : [])),
  )
  const people = columns.filter((column) => cells[column]).map((column) => peopleIn(cells[column] ?? ''))
  const wrong = people.find((found) => typeof found === 'string')
  if (wrong !== undefined) return wrong
  const lists = people.filter((found) => typeof found !== 'string')
  const [addresses = [], ...others] = lists
  if (others.some((other) => keysOf(other) !== keysOf(addresses))) {
    const names = columns.map((column) => `“${row.cells[column]}”`).join(' and ')
    return `The columns ${names} have different addresses. Keep the column that has the person’s own.`
  }
  if (addresses.length > 1 && Object.keys(ids).length > 0) return 'The line has several addresses for one id.'
  if (addresses.length === 0 && Object.keys(ids).length === 0) return nobody(kinds)
  const recipients = addresses.length === 0 ? [ids] : addresses.map((email) => ({ email, ...ids }))
  for (const recipient of recipients) {
    const reason = recipientProblem(recipient)
    if (reason !== undefined) return reason
  }
  // `recipientProblem` has just checked these.
  return recipients as unknown as SeatInvitee[]
}

function nobody(kinds: Header['kinds']): string {
  const names = new Set(kinds.flatMap((kind) => (kind === 'primary email' ? 'email' : (kind ?? []))))
  names.delete('other email')
  return names.size === 0
    ? 'No column header says which address is the person’s own. Call that column “email”.'
    : `The line has no ${[...names].join(' or ')}.`
}

/** Reads a cell of the address column. Returns the addresses, or the reason why they cannot be read. */
function peopleIn(cell: string): string[] | string {
  const readings = splitCells(cleanText(cell), ',;\n').map(readCell)
  const wrong = readings.find(({ reason }) => reason !== undefined)?.reason
  if (wrong !== undefined) return wrong
  const addresses = uniqueAddresses(readings.flatMap((reading) => reading.addresses))
  if (addresses.length === 0) return `${JSON.stringify(cell)} is not an email address.`
  const isProse = readings.some(({ addresses, style }) => addresses.length > 0 && style === 'prose')
  return isProse && addresses.length > 1 ? 'It is not clear who is meant. Keep one address in each cell.' : addresses
}

const keysOf = (addresses: string[]) => addresses.map(addressKey).toSorted().join(' ')

function recipientProblem(recipient: Record<string, string | undefined>): string | undefined {
  const [issue] = recipientIssues(recipient)
  if (issue === undefined) return undefined
  const name = issue.loc[1]
  if (name === undefined) return 'The line names more than one person: keep one identifier.'
  return `${JSON.stringify(recipient[name])} is no ${name}: ${issue.msg}.`
}
