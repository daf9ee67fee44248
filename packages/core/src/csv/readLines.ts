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
  const counts = new Map<string, number>()
  for (const { columnAddresses } of rows)
    for (const entry of columnAddresses) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  // An address that is in the same column of several lines may be the manager's, so these lines are problems.
  return rows.map(({ columnAddresses, ...row }) =>
    columnAddresses.some((entry) => (counts.get(entry) ?? 0) > 1)
      ? { ...row, recipients: [], problem: severalAddresses }
      : row,
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

/**
 * A row of one line. If the line has several cells, and each is an address, `columnAddresses` has a text for each cell,
 * which joins the column's index and the address.
 */
type Line = RecipientRow & { columnAddresses: string[] }

function readLine(text: string, line: number): Line | undefined {
  const cleanLine = cleanText(text)
  if (!/[^\s,;"]/.test(cleanLine)) return undefined
  const row = { line, text, recipients: [], columnAddresses: [] }
  // Most lines contain one address and nothing else.
  if (/^[\w.+-]+@[\w.-]+$/.test(cleanLine) && !/^-|[.-]$/.test(cleanLine) && addressProblem(cleanLine) === undefined) {
    return { ...row, recipients: [{ email: cleanLine }] }
  }
  const { cells, isSpreadsheet } = splitLine(cleanLine)
  const readings = cells.map(readCell)
  const unreadableCell = readings.find(({ problem }) => problem !== undefined)
  if (unreadableCell !== undefined) return { ...row, problem: unreadableCell.problem }
  // A person can read `ada [at] example.com` as an address, so it must not be ignored.
  if (/[[({]\s?at\s?[\])}]/i.test(cleanLine)) return { ...row, problem: atSignAsWord }
  const addresses = uniqueAddresses(readings.flatMap((reading) => reading.addresses))
  if (addresses.length === 0) return { ...row, problem: noAddress }
  const label = /^[^:@<>"]{1,40}(?=[:：])/.exec(cleanLine)?.[0]
  if (label !== undefined && otherPersonLabel.test(label)) return { ...row, problem: unclearLabel(label.trim()) }
  const hasSeveralPeople =
    addresses.length > 1 && (isSpreadsheet ? readings.filter(hasAddress).length > 1 : isTableRow(cells, readings))
  if (hasSeveralPeople) return { ...row, problem: severalAddresses }
  const isAddressList =
    readings.length > 1 && readings.every((reading) => reading.style === 'bare' && reading.addresses.length === 1)
  return {
    ...row,
    recipients: addresses.map((email) => ({ email })),
    columnAddresses: isAddressList
      ? readings.map((reading, index) => `${index} ${addressKey(reading.addresses[0] ?? '')}`)
      : [],
  }
}

function splitLine(text: string): { cells: CellPart[][]; isSpreadsheet: boolean } {
  const tabCells = splitCells(text, '\t')
  if (tabCells.length > 1) return { cells: tabCells, isSpreadsheet: true }
  const semicolonCells = splitCells(text, ';')
  return { cells: semicolonCells.length > 1 ? semicolonCells : splitCells(text, ','), isSpreadsheet: false }
}

/** Matches a label that may name another person, as in `Manager: ada@example.com`. */
const otherPersonLabel =
  /^\W*(?:manager|boss|supervisor|assistant|secretary|secondary|recovery|backup|alternat\w+|private?|personal|home|billing|invoice|from|sender|reply.to|owner|sponsor|smtp|sip|vorgesetzt\w*|chef|assisten\w*|privat|absender|von|rechnung|responsable|personnel|de|gerente|jefe|gestor|responsabile)(?:['’]s)?(?:[\s-]*(?:e-?)?(?:mail|address)\w*)?\s*$/i

const hasAddress = ({ addresses }: CellReading) => addresses.length > 0

/**
 * Returns whether the line has other cells beside a bare address, like a row of a table. In a sentence, only a remark
 * about another address counts.
 */
function isTableRow(cells: CellPart[][], readings: CellReading[]): boolean {
  const readingsWithAddress = readings.filter(hasAddress)
  const isOtherCell = (reading: CellReading, index: number) =>
    !hasAddress(reading) &&
    cells[index]?.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) &&
    // The name in `Lovelace, Ada <ada@example.com>` is not another cell.
    !(readings[index + 1]?.style === 'named' && cells[index]?.every(({ text }) => !/\d/.test(text)))
  const isSentence = readingsWithAddress.some(({ style }) => style === 'prose')
  if (isSentence) return cells.some((parts, index) => index > readings.findIndex(hasAddress) && hasRemark(parts))
  return readingsWithAddress.some(({ style }) => style === 'bare') && readings.some(isOtherCell)
}

/** Returns whether the words before an address are a remark, as in `ada@example.com, assistant is pa@example.com`. */
function hasRemark(parts: CellPart[]): boolean {
  const text = parts.map((part) => part.text).join(' ')
  const wordsBeforeAddress = text
    .slice(0, Math.max(0, text.indexOf('@')))
    .trimStart()
    .split(/\s+/)
    .slice(0, -1)
  const isConjunction =
    wordsBeforeAddress.length === 1 && /^(?:and|und|et|y|e|en|och|oraz|i|ve|&)$/i.test(wordsBeforeAddress[0] ?? '')
  return !isConjunction && wordsBeforeAddress.some((word) => /^\p{Ll}/u.test(word))
}
