import { addressKey } from '../roster/addressKey.ts'
import { addressProblem } from './addressProblem.ts'
import type { LineProblem } from './LineProblem.ts'
import type { CellPart } from './splitCells.ts'

/** The people in a cell. */
export interface CellReading {
  /** Each address once. */
  addresses: string[]
  /** The reason why no person can be read from the cell. */
  problem?: LineProblem | undefined
  /** Says whether each address is alone in the cell, in brackets after a name, or between other words. */
  style: 'bare' | 'named' | 'prose'
}

/** Reads the people in one cell. A text before `<address>` is a name, even if it looks like an address. */
export function readCell(parts: CellPart[]): CellReading {
  const found: string[] = []
  let style: CellReading['style'] = 'bare'
  let problem: LineProblem | undefined
  const fail = (next: LineProblem | undefined) => void (problem ??= next)
  let before: CellPart[] = []
  const takeWords = () => {
    for (const { text } of before) {
      const { addresses, others } = wordsOf(text)
      found.push(...addresses)
      if (others > 0) style = 'prose'
    }
  }
  for (const part of parts) {
    if (part.kind !== 'angle' || !hasAt(part.text)) {
      // These brackets contain no address, for example those of an HTML tag.
      if (part.kind !== 'angle' || part.text.trim() !== '') before.push(part)
      continue
    }
    const targets = part.text.split(/[<|]/).filter(hasAt)
    const named = before.filter(({ text }) => /[^\s>]/.test(text))
    for (const { kind, text } of named) {
      if (/^[\s'*•-]*mailto:/i.test(text)) found.push(...wordsOf(text).addresses)
      else if (kind === 'text' && conjunction.test(text)) found.push(...wordsOf(text).addresses)
      else if (kind === 'text' && isUnclearName(text)) fail(unclearName(text.trim()))
    }
    if (style === 'bare' && named.length > 0) style = 'named'
    // In `<label<mailto:target>>` and `<mailto:target|label>` the target is the address.
    const target = targets.find((text) => /^\s*mailto:/i.test(text)) ?? targets.at(-1) ?? ''
    found.push(trimEnd(withoutMailto(target.replace(leading, ''))))
    before = []
  }
  takeWords()
  for (const address of found) fail(addressProblem(address))
  const addresses = problem === undefined ? uniqueAddresses(found) : []
  return { addresses, problem, style: found.length > 0 ? style : 'prose' }
}

const unclearName = (text: string): LineProblem => ({
  code: 'unclear_name',
  reason: `It is not clear whether ${JSON.stringify(text)} is a name. Put each person on a line of their own.`,
  values: { text },
})

/** Returns each address once, in its first spelling. */
export function uniqueAddresses(addresses: string[]): string[] {
  const first = new Map<string, string>()
  for (const address of addresses) {
    const key = addressKey(address)
    if (!first.has(key)) first.set(key, address)
  }
  return [...first.values()]
}

const hasAt = (text: string) => /[@＠﹫]/.test(text)

/**
 * Returns whether a name contains an address besides other words. A name that is only an address is clear
 * (`ada@home.example <…>`), and so is the name that a mailing list adds (`'ada@…' via Team`).
 */
const isUnclearName = (text: string) => {
  const words = text.trim().split(/\s+/)
  return words.some(hasAt) && words.length > 1 && words[1] !== 'via'
}

/** Matches the word between two people: `ada@example.com and Grace <…>`. */
const conjunction = /@\S+\s+(?:and|und|et|y|e|en|och|oraz|i|ve|&)\s/i

/** Returns the words with an @, without punctuation around them, and the number of other words. */
function wordsOf(text: string): { addresses: string[]; others: number } {
  // Most texts contain no address.
  if (!hasAt(text))
    return { addresses: [], others: /^\s*\d+[.)]\s*$/.test(text) || !/[\p{L}\p{N}]/u.test(text) ? 0 : 1 }
  const addresses: string[] = []
  let others = 0
  for (const word of withLinks(text).split(/[\s,;]+/)) {
    if (!hasAt(word) || word.includes('://')) {
      if (/[\p{L}\p{N}]/u.test(word) && !/^(?:mailto|\d+[.)])$/i.test(word)) others++
      continue
    }
    addresses.push(extractAddress(word))
  }
  return { addresses, others }
}

/** Replaces a mail link of Markdown, `[Ada](mailto:ada@b.c)`, with its address. */
const withLinks = (text: string) =>
  !text.includes('](')
    ? text
    : text.replaceAll(
        /\[[^[\]]*\]\(\s*mailto:([^()\s]*)[^()]*\)/gi,
        (_, target: string) => ` ${withoutMailto(target)} `,
      )

const edge = String.raw`\s"'‘’‚‛‹›“”()[\]{}<>`
const leading = new RegExp(`^[${edge}*•·‣▪◦●○–—…→>-]+`)

function extractAddress(word: string): string {
  const label = /^(?:e-?mail|mail|to|cc|an|para|correo|courriel)[:：]/i
  const inside = word
    .replace(leading, '')
    .replace(/^\d+\)/, '')
    .replace(label, '')
  return trimEnd(withoutMailto(inside.replace(leading, '')))
}

const last = new RegExp(`[${edge}.,;:!?…。！？：*_~]`)

/** Removes punctuation at the end. A regular expression would take quadratic time. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && last.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** Removes `mailto:` and the query of a link. Keeps the whole link if its query contains an address. */
function withoutMailto(text: string): string {
  if (!/^mailto:/i.test(text)) return text
  const [address = '', ...query] = text.slice('mailto:'.length).split('?')
  return query.some(hasAt) ? text : address
}
