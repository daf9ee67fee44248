import { EmailSyntaxError } from './EmailSyntaxError.ts'

/** The Unicode names of spaces, invisible characters and combining marks that people paste by accident. */
const unicodeNames: Record<string, string> = {
  ' ': 'SPACE',
  '\u00a0': 'NO-BREAK SPACE',
  '\u00ad': 'SOFT HYPHEN',
  '\u0300': 'COMBINING GRAVE ACCENT',
  '\u0301': 'COMBINING ACUTE ACCENT',
  '\u0308': 'COMBINING DIAERESIS',
  '\u0338': 'COMBINING LONG SOLIDUS OVERLAY',
  '\u1680': 'OGHAM SPACE MARK',
  '\u2000': 'EN QUAD',
  '\u2001': 'EM QUAD',
  '\u2002': 'EN SPACE',
  '\u2003': 'EM SPACE',
  '\u2004': 'THREE-PER-EM SPACE',
  '\u2005': 'FOUR-PER-EM SPACE',
  '\u2006': 'SIX-PER-EM SPACE',
  '\u2007': 'FIGURE SPACE',
  '\u2008': 'PUNCTUATION SPACE',
  '\u2009': 'THIN SPACE',
  '\u200a': 'HAIR SPACE',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u200e': 'LEFT-TO-RIGHT MARK',
  '\u200f': 'RIGHT-TO-LEFT MARK',
  '\u2028': 'LINE SEPARATOR',
  '\u2029': 'PARAGRAPH SEPARATOR',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u202f': 'NARROW NO-BREAK SPACE',
  '\u205f': 'MEDIUM MATHEMATICAL SPACE',
  '\u2060': 'WORD JOINER',
  '\u3000': 'IDEOGRAPHIC SPACE',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE',
}

/** Returns the text for a character in messages: a visible character in quotes, another character's name or number. */
export function displayCharacter(character: string): string {
  if (character === '\\') return String.raw`"\"`
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character === "'" ? `"'"` : `'${character}'`
  const code = character.codePointAt(0) ?? 0
  return (
    unicodeNames[character] ??
    `U+${code
      .toString(16)
      .toUpperCase()
      .padStart(code < 0xff_ff ? 4 : 8, '0')}`
  )
}

/**
 * Returns the characters of a text that do not match `allowed`, as a sorted list for messages. Each character is listed
 * once. Returns undefined if all characters match.
 */
export function listDisallowed(text: string, allowed: RegExp): string | undefined {
  const others = [...new Set([...text].filter((character) => !allowed.test(character)).map(displayCharacter))]
  return others.length === 0 ? undefined : others.toSorted().join(', ')
}

/**
 * @throws EmailSyntaxError if a text begins with a combining mark, or if it contains anything other than letters,
 * digits, punctuation, symbols and combining marks. With `allowSpace`, spaces are allowed too.
 */
export function checkUnsafe(text: string, allowSpace = false): void {
  const unsafe = [...text].filter((character, index) => {
    if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return false
    if (/\p{M}/u.test(character)) return index === 0
    return !(allowSpace && /\p{Zs}/u.test(character))
  })
  if (unsafe.length === 0) return
  const listed = [...new Set(unsafe)].toSorted().map(displayCharacter).join(', ')
  throw new EmailSyntaxError(`The email address contains unsafe characters: ${listed}.`)
}

/** Returns the part of a message that says how many characters are too many. */
export const tooManyText = (length: number, limit: number): string =>
  `(${length - limit} character${length - limit > 1 ? 's' : ''} too many)`
