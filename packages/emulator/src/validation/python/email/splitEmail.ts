import { checkUnsafe, displayCharacter } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

export interface SplitEmail {
  /** Undefined if there are no angle brackets. */
  displayName: string | undefined
  local: string
  isQuoted: boolean
  domain: string
}

/** Splits an email at the @-sign. Understands quotes, a display name and angle brackets. */
export function splitEmail(email: string): SplitEmail {
  const [start, rest] = splitAt(email, '@<')
  const { displayName, address } = rest.startsWith('<')
    ? { displayName: checkDisplayName(start), address: splitAt(insideBrackets(rest), '@') }
    : { displayName: undefined, address: [start, rest] as const }
  const { text: local, isQuoted } = unquote(address[0])
  return { displayName, local, isQuoted, domain: address[1].replace(/^@/, '') }
}

/** Splits at the first special character that is outside quotes and has no combining mark. */
function splitAt(text: string, specials: string): readonly [string, string] {
  let isInQuotes = false
  let isEscaped = false
  let position = 0
  for (const character of text) {
    if (!hasCombiningMark(text, position, character)) {
      if (isInQuotes) {
        if (character === '"' && !isEscaped) isInQuotes = false
        isEscaped = character === '\\' && !isEscaped
      } else if (character === '"') isInQuotes = true
      else if (specials.includes(character)) return [text.slice(0, position), text.slice(position)]
    }
    position += character.length
  }
  if (text.includes('＠')) {
    throw new EmailSyntaxError(
      'The email address has the "full-width" at-sign (@) character instead of a regular at-sign.',
    )
  }
  if (text.includes('﹫')) {
    throw new EmailSyntaxError(
      'The email address has the "small commercial at" character instead of a regular at-sign.',
    )
  }
  throw new EmailSyntaxError('An email address must have an @-sign.')
}

const hasCombiningMark = (text: string, position: number, character: string) =>
  '@<"\\'.includes(character) &&
  !text
    .slice(position, position + 3)
    .normalize('NFC')
    .startsWith(character)

function checkDisplayName(displayName: string): string {
  const { text, isQuoted } = unquote(displayName.trimEnd())
  const others = [...new Set([...text].filter((character) => !/[\w!#$%&'*+\-/=?^`{|}~ ]/.test(character)))]
  if (!isQuoted && others.length > 0) {
    const listed = others.map(displayCharacter).toSorted().join(', ')
    throw new EmailSyntaxError(`The display name contains invalid characters when not quoted: ${listed}.`)
  }
  checkUnsafe(text, true)
  return text
}

function insideBrackets(right: string): string {
  if (!right.includes('>')) {
    throw new EmailSyntaxError(
      'An open angle bracket at the start of the email address has to be followed by a close angle bracket at the end.',
    )
  }
  const trimmed = right.replace(/ +$/, '')
  if (!trimmed.endsWith('>')) throw new EmailSyntaxError("There can't be anything after the email address.")
  return trimmed.slice(1).replace(/>+$/, '')
}

function unquote(text: string): { text: string; isQuoted: boolean } {
  if (!text.startsWith('"')) return { text, isQuoted: false }
  const [quoted = '', inside = ''] = /^"((?:[^"\\]|\\.)*)"?/su.exec(text) ?? []
  const rest = text.slice(quoted.length)
  if (rest !== '' && quoted.endsWith('"')) {
    const listed = [...rest].map(displayCharacter).join(', ')
    throw new EmailSyntaxError(`Extra character(s) found after close quote: ${listed}`)
  }
  return { text: inside.replaceAll(/\\(.)/gsu, '$1'), isQuoted: true }
}
