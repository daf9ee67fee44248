import { addressKey } from '../roster/addressKey.ts'
import { addressProblem } from './addressProblem.ts'
import { cleanText } from './cleanText.ts'
import type { LineProblem } from './LineProblem.ts'
import type { RecipientRow } from './RecipientRow.ts'
import { uniqueAddresses, readCell, type CellReading } from './readCell.ts'
import { splitCells, type CellPart } from './splitCells.ts'

/** Reads pasted addresses. Returns a row for each line that is not empty. */
export function readLines(text: string, firstLine = 1): RecipientRow[] {
  const rows = text.split('\n').flatMap((line, index) => readLine(line.trim(), index + firstLine) ?? [])
  const times = new Map<string, number>()
  for (const { columns } of rows) for (const name of columns) times.set(name, (times.get(name) ?? 0) + 1)
  // If an address is in the same column of several lines, it is not the person's own. It may be a manager's.
  return rows.map(({ columns, ...row }) =>
    columns.some((name) => (times.get(name) ?? 0) > 1) ? { ...row, recipients: [], problem: severalAddresses } : row,
  )
}

const severalAddresses: LineProblem = {
  code: 'several_addresses',
  reason:
    'This line has several addresses, like a table. Add a header row that names the column “email”, or leave one address.',
}

const atSignAsWord: LineProblem = { code: 'at_sign_as_word', reason: 'Write the sign @ instead of the word.' }

const noAddress: LineProblem = { code: 'no_address', reason: 'There is no email address in this line.' }

const unclearLabel = (text: string): LineProblem => ({
  code: 'unclear_label',
  reason: `“${text}” may be somebody else. If you mean this person, leave only the address.`,
  values: { text },
})

/** `columns` has a text for each address and its column, if the line has nothing but addresses. */
type Line = RecipientRow & { columns: string[] }

function readLine(text: string, line: number): Line | undefined {
  const clean = cleanText(text)
  if (!/[^\s,;"]/.test(clean)) return undefined
  const row = { line, text, recipients: [], columns: [] }
  // Most lines contain one address and nothing else.
  if (/^[\w.+-]+@[\w.-]+$/.test(clean) && !/^-|[.-]$/.test(clean) && addressProblem(clean) === undefined) {
    return { ...row, recipients: [{ email: clean }] }
  }
  const { cells, isSpreadsheet } = cellsOf(clean)
  const readings = cells.map(readCell)
  const wrong = readings.find(({ problem }) => problem !== undefined)
  if (wrong !== undefined) return { ...row, problem: wrong.problem }
  // A person can read `ada [at] example.com` as an address, so it must not be ignored.
  if (/[[({]\s?at\s?[\])}]/i.test(clean)) return { ...row, problem: atSignAsWord }
  const addresses = uniqueAddresses(readings.flatMap((reading) => reading.addresses))
  if (addresses.length === 0) return { ...row, problem: noAddress }
  const label = /^[^:@<>"]{1,40}(?=[:：])/.exec(clean)?.[0]
  if (label !== undefined && othersLabel.test(label)) return { ...row, problem: unclearLabel(label.trim()) }
  const isUnclear =
    addresses.length > 1 && (isSpreadsheet ? readings.filter(hasAddress).length > 1 : isRow(cells, readings))
  if (isUnclear) return { ...row, problem: severalAddresses }
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

/** Matches a label that may name another person, as in `Manager: ada@example.com`. */
const othersLabel =
  /^\W*(?:manager|boss|supervisor|assistant|secretary|secondary|recovery|backup|alternat\w+|private?|personal|home|billing|invoice|from|sender|reply.to|owner|sponsor|smtp|sip|vorgesetzt\w*|chef|assisten\w*|privat|absender|von|rechnung|responsable|personnel|de|gerente|jefe|gestor|responsabile)(?:['’]s)?(?:[\s-]*(?:e-?)?(?:mail|address)\w*)?\s*$/i

const hasAddress = ({ addresses }: CellReading) => addresses.length > 0

/**
 * Returns whether the line looks like a row of a table: it has bare addresses and other cells, and is not a sentence.
 */
function isRow(cells: CellPart[][], readings: CellReading[]): boolean {
  const filled = readings.filter(hasAddress)
  const isOther = (reading: CellReading, index: number) =>
    !hasAddress(reading) &&
    cells[index]?.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) &&
    // The name in `Lovelace, Ada <ada@example.com>` is not another cell.
    !(readings[index + 1]?.style === 'named' && cells[index]?.every(({ text }) => !/\d/.test(text)))
  const isSentence = filled.some(({ style }) => style === 'prose')
  if (isSentence) return cells.some((parts, index) => index > readings.findIndex(hasAddress) && isRemark(parts))
  return filled.some(({ style }) => style === 'bare') && readings.some(isOther)
}

/** Returns whether the words before an address are not a name: `ada@example.com, assistant is pa@example.com`. */
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
