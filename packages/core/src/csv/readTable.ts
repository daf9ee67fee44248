import { recipientIssues } from '../internal/input/assignIssues.ts'
import { addressKey } from '../roster/addressKey.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import { cleanText } from './cleanText.ts'
import { findHeader, type Header } from './findHeader.ts'
import type { IdName } from './headerKind.ts'
import type { RecipientRow } from './RecipientRow.ts'
import { uniqueAddresses, readCell } from './readCell.ts'
import type { LineProblem } from './LineProblem.ts'
import { readLines } from './readLines.ts'
import { readRows, type Row } from './readRows.ts'
import { splitCells } from './splitCells.ts'

/** Reads a table with a header row. Returns undefined if the text is not a table. */
export function readTable(source: string): RecipientRow[] | undefined {
  // Excel can write the delimiter into the first line (`sep=;`). That line is emptied but not removed, so that the
  // other lines keep their numbers.
  const separatorMatch = /^\uFEFF?"?sep=([,;|\t])"?[,;|\t ]*(?=\n|$)/i.exec(source)
  const text = separatorMatch === null ? source : source.slice(separatorMatch[0].length)
  const header = findHeader(text, separatorMatch?.[1] === undefined ? [',', ';', '\t', '|'] : [separatorMatch[1]])
  if (header === undefined) return separatorMatch === null ? undefined : readLines(text)
  const isEmailList = header.kinds.length === 1 && (header.kinds[0] ?? '').endsWith('email')
  if (isEmailList) return readList(text, header)
  return readRows(text, header.delimiter).flatMap((row) => readRow(row, header))
}

/** Reads a table with one column, in which each line is a cell. */
function readList(text: string, { row }: Header): RecipientRow[] {
  const linesBelow = text.split('\n').slice(row.line)
  // A header in the plural or with a colon (`Emails:`) is a title above a list. Lines of a list may have several
  // addresses.
  const isCsvColumn = !/s\W*$/i.test(row.text) && !row.text.endsWith(':')
  return readLines(linesBelow.join('\n'), row.line + 1).map((line) =>
    isCsvColumn && hasSeveralCells(line.text) ? { ...line, recipients: [], problem: cellCount(2, 1) } : line,
  )
}

function hasSeveralCells(text: string): boolean {
  const cells = splitCells(cleanText(text), ',\t').filter((parts) => parts.some(({ text }) => text.trim() !== ''))
  return cells.length > 1 && cells.some((parts) => parts.every(({ kind }) => kind === 'text') && isAddress(parts))
}

const isAddress = (parts: Parameters<typeof readCell>[0]) => {
  const { addresses, style } = readCell(parts)
  return addresses.length > 0 && style === 'bare'
}

const cellCount = (cells: number, columns: number): LineProblem => ({
  code: 'cell_count',
  reason:
    `This line has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but the header has ${columns}. ` +
    (cells > columns ? 'Put quotation marks around a cell that has a separator in it.' : 'Add the missing cells.'),
  values: { cells, columns },
})

function readRow(row: Row, header: Header): RecipientRow[] {
  const { line, text } = row
  const asProblem = (problem: LineProblem) => [{ line, text, recipients: [], problem }]
  const isAboveHeader = line < header.row.line
  if (isAboveHeader && text.includes('@')) {
    return asProblem({ code: 'above_header', reason: 'This line is above the header of the table. Delete it.' })
  }
  const isRepeatedHeader = row.cells.join('\n') === header.row.cells.join('\n')
  const isHorizontalRule = row.cells.every((cell) => /^(?::?-+:?)?$/.test(cell))
  if (isAboveHeader || isRepeatedHeader || isHorizontalRule) return []
  if (row.isBroken) {
    return asProblem({ code: 'open_quotation_mark', reason: 'A quotation mark is opened here and not closed.' })
  }
  const columns = header.kinds.length
  const cells = row.cells.slice(0, Math.max(columns, row.cells.findLastIndex(Boolean) + 1))
  if (cells.length !== columns) return asProblem(cellCount(cells.length, columns))
  const recipientsOrProblem = recipientsIn(cells, header)
  return Array.isArray(recipientsOrProblem)
    ? [{ line, text, recipients: recipientsOrProblem }]
    : asProblem(recipientsOrProblem)
}

function recipientsIn(cells: string[], { kinds, row }: Header): SeatInvitee[] | LineProblem {
  const columnsOfKind = (kind: string) => [...kinds.keys()].filter((column) => kinds[column] === kind)
  const primaryColumns = columnsOfKind('primary email')
  const columns = primaryColumns.length > 0 ? primaryColumns : columnsOfKind('email')
  const ids = Object.fromEntries(
    kinds.flatMap((kind, column) => (kind?.endsWith('_id') && cells[column] ? [[kind as IdName, cells[column]]] : [])),
  )
  const addressesOrProblems = columns
    .filter((column) => cells[column])
    .map((column) => addressesInCell(cells[column] ?? ''))
  const cellProblem = addressesOrProblems.find(isProblem)
  if (cellProblem !== undefined) return cellProblem
  const addressLists = addressesOrProblems.filter((result) => Array.isArray(result))
  const [addresses = [], ...otherLists] = addressLists
  if (otherLists.some((list) => addressKeys(list) !== addressKeys(addresses))) {
    return differentColumns(columns.map((column) => row.cells[column] ?? ''))
  }
  if (addresses.length > 1 && Object.keys(ids).length > 0) {
    return { code: 'several_addresses_for_id', reason: 'The line has several addresses for one id.' }
  }
  if (addresses.length === 0 && Object.keys(ids).length === 0) return missingPerson(kinds)
  const recipients = addresses.length === 0 ? [ids] : addresses.map((email) => ({ email, ...ids }))
  for (const recipient of recipients) {
    const problem = recipientProblem(recipient)
    if (problem !== undefined) return problem
  }
  // `recipientProblem` has just checked that these are recipients.
  return recipients as unknown as SeatInvitee[]
}

const isProblem = (result: string[] | LineProblem): result is LineProblem => !Array.isArray(result)

const differentColumns = (names: string[]): LineProblem => ({
  code: 'different_columns',
  reason: `The columns ${names.map((name) => `“${name}”`).join(' and ')} have different addresses. Keep the column that has the person’s own.`,
  values: { names },
})

function missingPerson(kinds: Header['kinds']): LineProblem {
  const columnNames = new Set(kinds.flatMap((kind) => (kind === 'primary email' ? 'email' : (kind ?? []))))
  columnNames.delete('other email')
  const names = [...columnNames]
  return names.length === 0
    ? {
        code: 'unnamed_column',
        reason: 'No column header says which address is the person’s own. Call that column “email”.',
      }
    : { code: 'missing_cell', reason: `The line has no ${names.join(' or ')}.`, values: { names } }
}

/** Reads a cell of the address column. Returns the addresses, or the reason why they cannot be read. */
function addressesInCell(cell: string): string[] | LineProblem {
  const readings = splitCells(cleanText(cell), ',;\n').map(readCell)
  const partProblem = readings.find(({ problem }) => problem !== undefined)?.problem
  if (partProblem !== undefined) return partProblem
  const addresses = uniqueAddresses(readings.flatMap((reading) => reading.addresses))
  if (addresses.length === 0) {
    return { code: 'invalid_email', reason: `${JSON.stringify(cell)} is not an email address.` }
  }
  const isProse = readings.some(({ addresses, style }) => addresses.length > 0 && style === 'prose')
  return isProse && addresses.length > 1
    ? { code: 'unclear_person', reason: 'It is not clear who is meant. Keep one address in each cell.' }
    : addresses
}

const addressKeys = (addresses: string[]) => addresses.map(addressKey).toSorted().join(' ')

function recipientProblem(recipient: Record<string, string | undefined>): LineProblem | undefined {
  const [issue] = recipientIssues(recipient)
  if (issue === undefined) return undefined
  const name = issue.loc[1]
  if (name === undefined) {
    return { code: 'several_people', reason: 'The line names more than one person: keep one identifier.' }
  }
  const reason = `${JSON.stringify(recipient[name])} is not a valid ${name}: ${issue.msg}.`
  return { code: issue.code ?? 'invalid', reason }
}
