import { cleanText } from './cleanText.ts'
import { addressWords, ownWords, primaryWords, unspacedAddressWords, unspacedOwnWords } from './headerWords.ts'

const ids = ['external_member_id', 'member_id', 'customer_id', 'external_customer_id'] as const
export type IdName = (typeof ids)[number]

/** The contents of a column: an id, the person's own address, or another address, such as a private one. */
export type HeaderKind = IdName | 'email' | 'primary email' | 'other email'

/** Returns the kind of a column by its header. Undefined if the column has neither addresses nor ids. */
export function headerKind(cell: string): HeaderKind | undefined {
  if (cell.length > 200) return undefined
  const header = foldHeader(cell)
  const id = ids.find((name) => name === header.replaceAll(' ', '_'))
  if (id !== undefined) return id
  const rest = header.replaceAll(anyAddress, ' ')
  if (rest === header) return undefined
  const words = rest.replaceAll(unspacedPrimary, ' primary ').replaceAll(unspacedOwn, ' ').split(' ').filter(Boolean)
  if (!words.every((word) => own.has(word) || primary.has(word))) return 'other email'
  return words.some((word) => primary.has(word)) ? 'primary email' : 'email'
}

/**
 * Returns the words in lower case, without accents, with one space between them: `E-Mail-Adresse *` → `e mail adresse`.
 */
function foldHeader(text: string): string {
  const words = cleanText(text)
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')

const anyOf = (words: string[]) => words.map(fold).join('|')
const spaced = String.raw`(?<![\p{L}\p{N}])(?:${addressWords.join('|')})(?!\p{L})`
const anyAddress = new RegExp(`${spaced}|${anyOf(unspacedAddressWords)}`, 'gu')
const unspacedOwn = new RegExp(anyOf(unspacedOwnWords), 'gu')
const unspacedPrimary = new RegExp(anyOf(primaryWords.filter((word) => /[^a-z]/.test(word))), 'gu')
const own = new Set(ownWords)
const primary = new Set(primaryWords)
