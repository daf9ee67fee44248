import Papa from 'papaparse'

export interface Row {
  /** From 1. A quoted cell can span several lines. */
  line: number
  text: string
  cells: string[]
  /** Whether a quotation mark is opened and not closed. */
  isBroken: boolean
}

/** Splits a CSV text into its rows, without those that are empty. With `limit`, only the first rows. */
export function readRows(text: string, delimiter: string, limit: number = Infinity): Row[] {
  // Spreadsheets never put a blank before a quotation mark, people do.
  const source = text.replaceAll(new RegExp(`(^|[${delimiter}]) +"`, 'gm'), '$1"')
  const rows: Row[] = []
  let from = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimiter,
    newline: '\n',
    ...(limit < Infinity && { preview: limit }),
    step({ data, meta, errors }) {
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
