import { headerKind, type HeaderKind } from './headerKind.ts'
import { readRows, type Row } from './readRows.ts'

export interface Header {
  delimiter: string
  row: Row
  kinds: (HeaderKind | undefined)[]
}

/** Rows in which a header is looked for: titles and notes can stand above it. */
const headRows = 20
const headLength = 100_000

/** Finds the header of a table, and what separates its cells. Undefined if the text is no table. */
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

/** A row that names a column of addresses or ids. */
function namedHeader(rows: Row[], delimiter: string): Header | undefined {
  for (const [index, row] of rows.entries()) {
    const kinds = row.cells.some(hasAt) ? [] : row.cells.map(headerKind)
    const next = rows[index + 1]
    const isNamed = kinds.some(isUseful)
    // A sentence can have the word in it: what follows then tells.
    const isOther =
      kinds.some(Boolean) && kinds.length > 1 && next?.cells.length === kinds.length && next.cells.some(hasAt)
    // A list of addresses can have the word in it, on a line of its own.
    const isInList = kinds.length === 1 && rows.slice(0, index).some(({ cells }) => cells.some(hasAt))
    if ((isNamed || isOther) && !isInList) return { delimiter, row, kinds }
  }
  return undefined
}

/** A first row that has no address, above rows of as many cells that have some: a header in words that we do not know. */
function unnamedHeader([row, ...others]: Row[], delimiter: string): Header | undefined {
  if (row === undefined || row.cells.filter(Boolean).length < 2 || row.cells.some(hasAt)) return undefined
  const isTable = others.every(({ cells }) => cells.length === row.cells.length)
  const hasPeople = others.some(({ cells }) => cells.some(hasAt))
  return isTable && hasPeople ? { delimiter, row, kinds: row.cells.map(() => undefined) } : undefined
}
