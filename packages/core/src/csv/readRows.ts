import Papa from 'papaparse'

export interface Row {
  /** The number of the row's first line, from 1. A quoted cell can have several lines. */
  line: number
  text: string
  cells: string[]
  /** True if a quotation mark is opened and not closed. */
  isBroken: boolean
}

/** Splits a CSV text into its rows, without empty rows. `limit` is the largest number of rows. */
export function readRows(text: string, delimiter: string, limit: number = Infinity): Row[] {
  // People may write a space before a quotation mark, which the parser would not accept.
  const source = text.replaceAll(new RegExp(`(^|[${delimiter}]) +"`, 'gm'), '$1"')
  const rows: Row[] = []
  let rowStart = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimiter,
    newline: '\n',
    ...(limit < Infinity && { preview: limit }),
    step({ data, meta, errors }) {
      const rawRow = source.slice(rowStart, meta.cursor)
      const cells = data.map((cell) => cell.trim())
      const isBroken = errors.some(({ type }) => type === 'Quotes')
      if (cells.some((cell) => cell !== '')) rows.push({ line, text: rawRow.trim(), cells, isBroken })
      line += rawRow.split('\n').length - 1
      rowStart = meta.cursor
    },
  })
  return rows
}
