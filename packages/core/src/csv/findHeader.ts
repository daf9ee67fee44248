import { headerKind, type HeaderKind } from './headerKind.ts'
import { readRows, type Row } from './readRows.ts'

export interface Header {
  delimiter: string
  row: Row
  kinds: (HeaderKind | undefined)[]
}

/** The number of rows in which a header is searched. There can be titles and notes above it. */
const headRows = 20
/** The number of characters in which a header is searched. */
const headLength = 100_000

/** Finds the header of a table and its delimiter. Returns undefined if the text is not a table. */
export function findHeader(text: string, delimiters: string[]): Header | undefined {
  const head = text.slice(0, headLength)
  const used = delimiters.filter((delimiter) => delimiter === delimiters[0] || head.includes(delimiter))
  const found = used.flatMap((delimiter) => {
    const rows = readRows(head, delimiter, headRows)
    return namedHeader(rows, delimiter) ?? unnamedHeader(rows, delimiter) ?? []
  })
  const weight = ({ kinds }: Header) => (kinds.some(isUseful) ? 1000 : 0) + kinds.length
  return found.toSorted((a, b) => weight(b) - weight(a))[0]
}

const isUseful = (kind: HeaderKind | undefined) => kind !== undefined && kind !== 'other email'
const hasAt = (cell: string) => /[@＠]/.test(cell)

/** Finds a row that names a column of addresses or ids. */
function namedHeader(rows: Row[], delimiter: string): Header | undefined {
  for (const [index, row] of rows.entries()) {
    const kinds = row.cells.some(hasAt) ? [] : row.cells.map(headerKind)
    const next = rows[index + 1]
    const isNamed = kinds.some(isUseful)
    // A sentence can contain a word like “email” too. It is a header if the next row is a row of a table.
    const isOther =
      kinds.some(Boolean) && kinds.length > 1 && next?.cells.length === kinds.length && next.cells.some(hasAt)
    // In a list of addresses, a line with such a word is not a header.
    const isInList = kinds.length === 1 && rows.slice(0, index).some(({ cells }) => cells.some(hasAt))
    if ((isNamed || isOther) && !isInList) return { delimiter, row, kinds }
  }
  return undefined
}

/**
 * Takes the first row as a header in unknown words, if it has no address and the rows below it have the same columns.
 */
function unnamedHeader([row, ...others]: Row[], delimiter: string): Header | undefined {
  if (row === undefined || row.cells.filter(Boolean).length < 2 || row.cells.some(hasAt)) return undefined
  const isTable = others.every(({ cells }) => cells.length === row.cells.length)
  const hasPeople = others.some(({ cells }) => cells.some(hasAt))
  return isTable && hasPeople ? { delimiter, row, kinds: row.cells.map(() => undefined) } : undefined
}
