import { headerKind, type HeaderKind } from './headerKind.ts'
import { readRows, type Row } from './readRows.ts'

export interface Header {
  delimiter: string
  row: Row
  kinds: (HeaderKind | undefined)[]
}

/** Only this many rows are searched for a header. The header can be below titles and notes. */
const maxHeaderRows = 20
/** Only this many characters are searched for a header. */
const maxHeaderChars = 100_000

/** Finds the header of a table and its delimiter. Returns undefined if the text is not a table. */
export function findHeader(text: string, delimiters: string[]): Header | undefined {
  const beginning = text.slice(0, maxHeaderChars)
  const usedDelimiters = delimiters.filter((delimiter) => delimiter === delimiters[0] || beginning.includes(delimiter))
  const headers = usedDelimiters.flatMap((delimiter) => {
    const rows = readRows(beginning, delimiter, maxHeaderRows)
    return namedHeader(rows, delimiter) ?? unnamedHeader(rows, delimiter) ?? []
  })
  const weightOf = ({ kinds }: Header) => (kinds.some(namesRecipient) ? 1000 : 0) + kinds.length
  return headers.toSorted((a, b) => weightOf(b) - weightOf(a))[0]
}

const namesRecipient = (kind: HeaderKind | undefined) => kind !== undefined && kind !== 'other email'
const hasAt = (cell: string) => /[@＠]/.test(cell)

/** Finds a row that names a column of addresses or ids. */
function namedHeader(rows: Row[], delimiter: string): Header | undefined {
  for (const [index, row] of rows.entries()) {
    const kinds = row.cells.some(hasAt) ? [] : row.cells.map(headerKind)
    const nextRow = rows[index + 1]
    const hasRecipientColumn = kinds.some(namesRecipient)
    // A sentence can contain a word like “email” too. So the row counts as a header only if the next row fits below it.
    const isAboveAddresses =
      kinds.some(Boolean) && kinds.length > 1 && nextRow?.cells.length === kinds.length && nextRow.cells.some(hasAt)
    // In a list of addresses, a line with such a word is not a header.
    const isListLine = kinds.length === 1 && rows.slice(0, index).some(({ cells }) => cells.some(hasAt))
    if ((hasRecipientColumn || isAboveAddresses) && !isListLine) return { delimiter, row, kinds }
  }
  return undefined
}

/**
 * Takes the first row as a header in unknown words, if it has several cells and no address. Each row below must have
 * the same number of cells, and one row below must have an address.
 */
function unnamedHeader([row, ...rowsBelow]: Row[], delimiter: string): Header | undefined {
  if (row === undefined || row.cells.filter(Boolean).length < 2 || row.cells.some(hasAt)) return undefined
  const isTable = rowsBelow.every(({ cells }) => cells.length === row.cells.length)
  const hasPeople = rowsBelow.some(({ cells }) => cells.some(hasAt))
  return isTable && hasPeople ? { delimiter, row, kinds: row.cells.map(() => undefined) } : undefined
}
