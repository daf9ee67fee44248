import { cleanText } from './cleanText.ts'
import { addressWords, ownWords, primaryWords, unspacedAddressWords, unspacedOwnWords } from './headerWords.ts'

const idNames = ['external_member_id', 'member_id', 'customer_id', 'external_customer_id'] as const
export type IdName = (typeof idNames)[number]

/** The contents of a column: an id, the person's own address, or another address, such as a private one. */
export type HeaderKind = IdName | 'email' | 'primary email' | 'other email'

/** Returns the kind of a column by its header. Returns undefined if the header names neither addresses nor ids. */
export function headerKind(cell: string): HeaderKind | undefined {
  if (cell.length > 200) return undefined
  const header = foldHeader(cell)
  const id = idNames.find((name) => name === header.replaceAll(' ', '_'))
  if (id !== undefined) return id
  const otherWords = header.replaceAll(addressPattern, ' ')
  if (otherWords === header) return undefined
  const words = otherWords
    .replaceAll(unspacedPrimaryPattern, ' primary ')
    .replaceAll(unspacedOwnPattern, ' ')
    .split(' ')
    .filter(Boolean)
  if (!words.every((word) => ownWordSet.has(word) || primaryWordSet.has(word))) return 'other email'
  return words.some((word) => primaryWordSet.has(word)) ? 'primary email' : 'email'
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
const spacedPattern = String.raw`(?<![\p{L}\p{N}])(?:${addressWords.join('|')})(?!\p{L})`
const addressPattern = new RegExp(`${spacedPattern}|${anyOf(unspacedAddressWords)}`, 'gu')
const unspacedOwnPattern = new RegExp(anyOf(unspacedOwnWords), 'gu')
const unspacedPrimaryPattern = new RegExp(anyOf(primaryWords.filter((word) => /[^a-z]/.test(word))), 'gu')
const ownWordSet = new Set(ownWords)
const primaryWordSet = new Set(primaryWords)
