import { domainToASCII, domainToUnicode } from 'node:url'
import { checkUnsafe, listDisallowed, tooManyText } from './characters.ts'
import { checkDots } from './checkDots.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

const hostnameCharacter = /^[a-zA-Z0-9\-.\u{80}-\u{10ffff}]$/u
const reserved = ['arpa', 'invalid', 'local', 'localhost', 'onion', 'test']
const maxDomainCharacters = 253
const maxLabelCharacters = 63

/**
 * Returns the domain in lower case, in ASCII (with Punycode) and in Unicode.
 * @throws EmailSyntaxError if the domain is wrong.
 */
export function checkDomain(domain: string): { ascii: string; unicode: string } {
  checkCharacters(domain)
  checkUnsafe(domain)
  const mapped = isAscii(domain) ? domain.toLowerCase() : mapInternational(domain)
  checkDots(mapped, {
    startMessage: (character) => `An email address cannot have a ${character} immediately after the @-sign.`,
    endMessage: (character) => `An email address cannot end with a ${character}.`,
    isHostname: true,
  })
  const labels = mapped.split('.')
  if (labels.some((label) => /^(?!xn)..--/i.test(label))) {
    throw new EmailSyntaxError(
      'An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, except Punycode.',
    )
  }
  const ascii = isAscii(mapped) ? mapped : domainToASCII(mapped)
  labels.forEach((label) => checkLabel(label, 'is invalid'))
  checkLengths(ascii)
  checkName(ascii)
  const unicode = /(?:^|\.)xn--/.test(ascii) ? domainToUnicode(ascii) : ascii
  unicode.split('.').forEach((label) => checkLabel(label, 'is not valid IDNA'))
  return { ascii, unicode }
}

const isAscii = (text: string) => !/[^ -~]/.test(text)

/**
 * Checks a label of a domain, which is a part between two dots. An international label may contain lower-case letters,
 * marks, digits and dashes. After decoding (`is not valid IDNA`), a label must not begin with `xn--` any more.
 */
function checkLabel(label: string, complaint: 'is invalid' | 'is not valid IDNA'): void {
  if (isAscii(label)) {
    if (complaint === 'is invalid' || !label.startsWith('xn--')) return
    throw new EmailSyntaxError(`The part after the @-sign ${complaint} (Invalid A-label).`)
  }
  const position = [...label].findIndex(
    (character) => !/[-a-z0-9\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]/u.test(character),
  )
  if (position < 0) return
  const code = [...label][position]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  throw new EmailSyntaxError(
    `The part after the @-sign ${complaint} (Codepoint U+${code} at position ${position + 1} of '${label}' not allowed).`,
  )
}

function checkCharacters(domain: string): void {
  const others = listDisallowed(domain, hostnameCharacter)
  if (others !== undefined)
    throw new EmailSyntaxError(`The part after the @-sign contains invalid characters: ${others}.`)
}

function mapInternational(domain: string): string {
  const mapped = domainToUnicode(domainToASCII(domain))
  if (mapped === '') throw new EmailSyntaxError('The part after the @-sign contains invalid characters.')
  return mapped
}

function checkLengths(ascii: string): void {
  if (ascii.length > maxDomainCharacters) {
    throw new EmailSyntaxError(
      `The email address is too long after the @-sign ${tooManyText(ascii.length, maxDomainCharacters)}.`,
    )
  }
  const longLabel = ascii.split('.').find((label) => label.length > maxLabelCharacters)
  if (longLabel !== undefined) {
    throw new EmailSyntaxError(
      `After the @-sign, periods cannot be separated by so many characters ${tooManyText(longLabel.length, maxLabelCharacters)}.`,
    )
  }
}

function checkName(ascii: string): void {
  if (!ascii.includes('.')) {
    throw new EmailSyntaxError('The part after the @-sign is not valid. It should have a period.')
  }
  if (!/[A-Za-z]$/.test(ascii)) {
    throw new EmailSyntaxError('The part after the @-sign is not valid. It is not within a valid top-level domain.')
  }
  if (reserved.some((name) => ascii.endsWith(`.${name}`))) {
    throw new EmailSyntaxError(
      'The part after the @-sign is a special-use or reserved name that cannot be used with email.',
    )
  }
}
