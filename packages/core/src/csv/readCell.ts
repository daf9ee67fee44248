import { addressKey } from '../roster/addressKey.ts'
import { addressProblem } from './addressProblem.ts'
import type { CellPart } from './splitCells.ts'

/** What a piece of text says about people. */
export interface CellReading {
  /** Each address once. */
  addresses: string[]
  /** Why nobody can be read from it. */
  reason?: string | undefined
  /** Whether each address stands alone, in brackets after a name, or among other words. */
  style: 'bare' | 'named' | 'prose'
}

/** Reads the people in one cell. A name in front of `<address>` is a name, even if it looks like an address. */
export function readCell(parts: CellPart[]): CellReading {
  const found: string[] = []
  let style: CellReading['style'] = 'bare'
  let reason: string | undefined
  const unsure = (why: string | undefined) => void (reason ??= why)
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
      // A stray bracket, or a tag.
      if (part.kind !== 'angle' || part.text.trim() !== '') before.push(part)
      continue
    }
    const targets = part.text.split(/[<|]/).filter(hasAt)
    const named = before.filter(({ text }) => /[^\s>]/.test(text))
    for (const { kind, text } of named) {
      if (/^[\s'*•-]*mailto:/i.test(text)) found.push(...wordsOf(text).addresses)
      else if (kind === 'text' && conjunction.test(text)) found.push(...wordsOf(text).addresses)
      else if (kind === 'text' && isUnclearName(text))
        unsure(
          `It is not clear whether ${JSON.stringify(text.trim())} is a name. Put each person on a line of their own.`,
        )
    }
    if (style === 'bare' && named.length > 0) style = 'named'
    // In `<label<mailto:target>>` and `<mailto:target|label>` the link counts.
    const target = targets.find((text) => /^\s*mailto:/i.test(text)) ?? targets.at(-1) ?? ''
    found.push(trimEnd(withoutMailto(target.replace(leading, ''))))
    before = []
  }
  takeWords()
  for (const address of found) unsure(addressProblem(address))
  const addresses = reason === undefined ? distinct(found) : []
  return { addresses, reason, style: found.length > 0 ? style : 'prose' }
}

/** Keeps the first spelling of each address. */
export function distinct(addresses: string[]): string[] {
  const first = new Map<string, string>()
  for (const address of addresses) {
    const key = addressKey(address)
    if (!first.has(key)) first.set(key, address)
  }
  return [...first.values()]
}

const hasAt = (text: string) => /[@＠﹫]/.test(text)

/** A name can be an address as a whole (`ada@home.example <…>`), or say by whom a list was used (`'ada@…' via Team`). */
const isUnclearName = (text: string) => {
  const words = text.trim().split(/\s+/)
  return words.some(hasAt) && words.length > 1 && words[1] !== 'via'
}

/** `ada@example.com and Grace <…>` are two people. */
const conjunction = /@\S+\s+(?:and|und|et|y|e|en|och|oraz|i|ve|&)\s/i

/** The words with an @ in them, without what stands around an address in a text. */
function wordsOf(text: string): { addresses: string[]; others: number } {
  // Most text has no address in it.
  if (!hasAt(text))
    return { addresses: [], others: /^\s*\d+[.)]\s*$/.test(text) || !/[\p{L}\p{N}]/u.test(text) ? 0 : 1 }
  const addresses: string[] = []
  let others = 0
  for (const word of withLinks(text).split(/[\s,;]+/)) {
    if (!hasAt(word) || word.includes('://')) {
      if (/[\p{L}\p{N}]/u.test(word) && !/^(?:mailto|\d+[.)])$/i.test(word)) others++
      continue
    }
    addresses.push(bare(word))
  }
  return { addresses, others }
}

/** Markdown's `[Ada](mailto:ada@b.c)` is its target. */
const withLinks = (text: string) =>
  !text.includes('](')
    ? text
    : text.replaceAll(
        /\[[^[\]]*\]\(\s*mailto:([^()\s]*)[^()]*\)/gi,
        (_, target: string) => ` ${withoutMailto(target)} `,
      )

const edge = String.raw`\s"'‘’‚‛‹›“”()[\]{}<>`
const leading = new RegExp(`^[${edge}*•·‣▪◦●○–—…→>-]+`)

function bare(word: string): string {
  const label = /^(?:e-?mail|mail|to|cc|an|para|correo|courriel)[:：]/i
  const inside = word
    .replace(leading, '')
    .replace(/^\d+\)/, '')
    .replace(label, '')
  return trimEnd(withoutMailto(inside.replace(leading, '')))
}

const last = new RegExp(`[${edge}.,;:!?…。！？：*_~]`)

/** By hand, since a regular expression for it takes quadratic time. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && last.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** A link's subject and body go, unless there are people in them. */
function withoutMailto(text: string): string {
  if (!/^mailto:/i.test(text)) return text
  const [address = '', ...query] = text.slice('mailto:'.length).split('?')
  return query.some(hasAt) ? text : address
}
