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
  /** `bare`: only addresses. `named`: an address in brackets after a name. `prose`: addresses between other words. */
  style: 'bare' | 'named' | 'prose'
}

/** Reads the people in one cell. A text before `<address>` is a name, even if the text is only another address. */
export function readCell(parts: CellPart[]): CellReading {
  const foundAddresses: string[] = []
  let style: CellReading['style'] = 'bare'
  let problem: LineProblem | undefined
  const reportProblem = (newProblem: LineProblem | undefined) => void (problem ??= newProblem)
  let wordsBefore: CellPart[] = []
  const takeWordsBefore = () => {
    for (const { text } of wordsBefore) {
      const { addresses, hasOtherWords } = splitWords(text)
      foundAddresses.push(...addresses)
      if (hasOtherWords) style = 'prose'
    }
  }
  for (const part of parts) {
    if (part.kind !== 'angle' || !hasAt(part.text)) {
      // Brackets without an address, such as an HTML tag, count as words. Empty brackets do not.
      if (part.kind !== 'angle' || part.text.trim() !== '') wordsBefore.push(part)
      continue
    }
    const targets = part.text.split(/[<|]/).filter(hasAt)
    const names = wordsBefore.filter(({ text }) => /[^\s>]/.test(text))
    for (const { kind, text } of names) {
      if (/^[\s'*•-]*mailto:/i.test(text)) foundAddresses.push(...splitWords(text).addresses)
      else if (kind === 'text' && personAndConjunction.test(text)) foundAddresses.push(...splitWords(text).addresses)
      else if (kind === 'text' && isUnclearName(text)) reportProblem(unclearName(text.trim()))
    }
    if (style === 'bare' && names.length > 0) style = 'named'
    // In `<label<mailto:target>>` and `<mailto:target|label>` the target is the address.
    const target = targets.find((text) => /^\s*mailto:/i.test(text)) ?? targets.at(-1) ?? ''
    foundAddresses.push(trimEnd(withoutMailto(target.replace(leadingPunctuation, ''))))
    wordsBefore = []
  }
  takeWordsBefore()
  for (const address of foundAddresses) reportProblem(addressProblem(address))
  const addresses = problem === undefined ? uniqueAddresses(foundAddresses) : []
  return { addresses, problem, style: foundAddresses.length > 0 ? style : 'prose' }
}

const unclearName = (text: string): LineProblem => ({
  code: 'unclear_name',
  reason: `It is not clear whether ${JSON.stringify(text)} is a name. Put each person on a line of their own.`,
  values: { text },
})

/** Returns each address once, in its first spelling. */
export function uniqueAddresses(addresses: string[]): string[] {
  const firstSpelling = new Map<string, string>()
  for (const address of addresses) {
    const key = addressKey(address)
    if (!firstSpelling.has(key)) firstSpelling.set(key, address)
  }
  return [...firstSpelling.values()]
}

const hasAt = (text: string) => /[@＠﹫]/.test(text)

/**
 * Returns whether a name contains an address and other words. A name that is only an address is clear
 * (`ada@home.example <…>`), and so is the name that a mailing list adds (`'ada@…' via Team`).
 */
const isUnclearName = (text: string) => {
  const words = text.trim().split(/\s+/)
  return words.some(hasAt) && words.length > 1 && words[1] !== 'via'
}

/** Matches an address and the conjunction after it: `ada@example.com and Grace <…>`. */
const personAndConjunction = /@\S+\s+(?:and|und|et|y|e|en|och|oraz|i|ve|&)\s/i

/** Returns the addresses in a text, without the punctuation around them, and whether the text has other words. */
function splitWords(text: string): { addresses: string[]; hasOtherWords: boolean } {
  // Most texts contain no address.
  if (!hasAt(text)) return { addresses: [], hasOtherWords: !/^\s*\d+[.)]\s*$/.test(text) && /[\p{L}\p{N}]/u.test(text) }
  const addresses: string[] = []
  let hasOtherWords = false
  for (const word of replaceMarkdownLinks(text).split(/[\s,;]+/)) {
    if (!hasAt(word) || word.includes('://')) {
      if (/[\p{L}\p{N}]/u.test(word) && !/^(?:mailto|\d+[.)])$/i.test(word)) hasOtherWords = true
      continue
    }
    addresses.push(extractAddress(word))
  }
  return { addresses, hasOtherWords }
}

/** Replaces each mail link of Markdown, `[Ada](mailto:ada@b.c)`, with its address. */
const replaceMarkdownLinks = (text: string) =>
  !text.includes('](')
    ? text
    : text.replaceAll(
        /\[[^[\]]*\]\(\s*mailto:([^()\s]*)[^()]*\)/gi,
        (_, target: string) => ` ${withoutMailto(target)} `,
      )

const edgeCharacters = String.raw`\s"'‘’‚‛‹›“”()[\]{}<>`
const leadingPunctuation = new RegExp(`^[${edgeCharacters}*•·‣▪◦●○–—…→>-]+`)

function extractAddress(word: string): string {
  const label = /^(?:e-?mail|mail|to|cc|an|para|correo|courriel)[:：]/i
  const wordWithoutLabel = word
    .replace(leadingPunctuation, '')
    .replace(/^\d+\)/, '')
    .replace(label, '')
  return trimEnd(withoutMailto(wordWithoutLabel.replace(leadingPunctuation, '')))
}

const trailingPunctuation = new RegExp(`[${edgeCharacters}.,;:!?…。！？：*_~]`)

/** Removes punctuation at the end. A regular expression would take quadratic time. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && trailingPunctuation.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** Removes `mailto:` and the query of a link. Keeps the whole link if its query contains an address. */
function withoutMailto(text: string): string {
  if (!/^mailto:/i.test(text)) return text
  const [address = '', ...query] = text.slice('mailto:'.length).split('?')
  return query.some(hasAt) ? text : address
}
