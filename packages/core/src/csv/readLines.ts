import { addressKey } from '../roster/addressKey.ts'
import { addressProblem } from './addressProblem.ts'
import { cleanText } from './cleanText.ts'
import type { RecipientRow } from './RecipientRow.ts'
import { distinct, readCell, type CellReading } from './readCell.ts'
import { splitCells, type CellPart } from './splitCells.ts'

/** Reads pasted addresses. Each line that is not empty becomes a row, with its people or with a reason. */
export function readLines(text: string, firstLine = 1): RecipientRow[] {
  const rows = text.split('\n').flatMap((line, index) => readLine(line.trim(), index + firstLine) ?? [])
  const times = new Map<string, number>()
  for (const { columns } of rows) for (const name of columns) times.set(name, (times.get(name) ?? 0) + 1)
  // The same address in one place of several lines, beside other addresses: a manager's, for example.
  return rows.map(({ columns, ...row }) =>
    columns.some((name) => (times.get(name) ?? 0) > 1) ? { ...row, recipients: [], reason: severalAddresses } : row,
  )
}

const severalAddresses =
  'This line has several addresses, as a table has. Add a header row that names the column “email”, or leave one address.'

/** With `columns`, the address in each place of a line that has nothing else. */
type Line = RecipientRow & { columns: string[] }

function readLine(text: string, line: number): Line | undefined {
  const clean = cleanText(text)
  if (!/[^\s,;"]/.test(clean)) return undefined
  const row = { line, text, recipients: [], columns: [] }
  // Most lines are an address and nothing else.
  if (/^[\w.+-]+@[\w.-]+$/.test(clean) && !/^-|[.-]$/.test(clean) && addressProblem(clean) === undefined) {
    return { ...row, recipients: [{ email: clean }] }
  }
  const { cells, isSpreadsheet } = cellsOf(clean)
  const readings = cells.map(readCell)
  const wrong = readings.find(({ reason }) => reason !== undefined)
  if (wrong !== undefined) return { ...row, reason: wrong.reason }
  // `ada [at] example.com` is an address that a person can read, and that would be lost without a word.
  if (/[[({]\s?at\s?[\])}]/i.test(clean)) return { ...row, reason: 'Write the @ of each address as a sign.' }
  const addresses = distinct(readings.flatMap((reading) => reading.addresses))
  if (addresses.length === 0) return { ...row, reason: 'There is no email address in this line.' }
  const label = /^[^:@<>"]{1,40}(?=[:：])/.exec(clean)?.[0]
  if (label !== undefined && othersLabel.test(label))
    return {
      ...row,
      reason: `“${label.trim()}” may be somebody else. Leave the address alone if you mean this person.`,
    }
  const isUnclear =
    addresses.length > 1 && (isSpreadsheet ? readings.filter(hasAddress).length > 1 : isRow(cells, readings))
  if (isUnclear) return { ...row, reason: severalAddresses }
  const isList =
    readings.length > 1 && readings.every((reading) => reading.style === 'bare' && reading.addresses.length === 1)
  return {
    ...row,
    recipients: addresses.map((email) => ({ email })),
    columns: isList ? readings.map((reading, index) => `${index} ${addressKey(reading.addresses[0] ?? '')}`) : [],
  }
}

function cellsOf(text: string): { cells: CellPart[][]; isSpreadsheet: boolean } {
  const tabs = splitCells(text, '\t')
  if (tabs.length > 1) return { cells: tabs, isSpreadsheet: true }
  const semicolons = splitCells(text, ';')
  return { cells: semicolons.length > 1 ? semicolons : splitCells(text, ','), isSpreadsheet: false }
}

/** Words in front of a colon, as in `Manager: ada@example.com`. */
const othersLabel =
  /^\W*(?:manager|boss|supervisor|assistant|secretary|secondary|recovery|backup|alternat\w+|private?|personal|home|billing|invoice|from|sender|reply.to|owner|sponsor|smtp|sip|vorgesetzt\w*|chef|assisten\w*|privat|absender|von|rechnung|responsable|personnel|de|gerente|jefe|gestor|responsabile)(?:['’]s)?(?:[\s-]*(?:e-?)?(?:mail|address)\w*)?\s*$/i

const hasAddress = ({ addresses }: CellReading) => addresses.length > 0

/** Tells whether the line is a row of a table: bare addresses beside other cells, and no sentence. */
function isRow(cells: CellPart[][], readings: CellReading[]): boolean {
  const filled = readings.filter(hasAddress)
  const isOther = (reading: CellReading, index: number) =>
    !hasAddress(reading) &&
    cells[index]?.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) &&
    // `Lovelace, Ada <ada@example.com>`
    !(readings[index + 1]?.style === 'named' && cells[index]?.every(({ text }) => !/\d/.test(text)))
  const isSentence = filled.some(({ style }) => style === 'prose')
  if (isSentence) return cells.some((parts, index) => index > readings.findIndex(hasAddress) && isRemark(parts))
  return filled.some(({ style }) => style === 'bare') && readings.some(isOther)
}

/** Tells whether an address stands after words that are no name: `ada@example.com, assistant is pa@example.com`. */
function isRemark(parts: CellPart[]): boolean {
  const text = parts.map((part) => part.text).join(' ')
  const before = text
    .slice(0, Math.max(0, text.indexOf('@')))
    .trimStart()
    .split(/\s+/)
    .slice(0, -1)
  const isJoined = before.length === 1 && /^(?:and|und|et|y|e|en|och|oraz|i|ve|&)$/i.test(before[0] ?? '')
  return !isJoined && before.some((word) => /^\p{Ll}/u.test(word))
}
