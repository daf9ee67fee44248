import { asciiDomain } from '../roster/addressKey.ts'
import { decodePunycode } from './decodePunycode.ts'
import type { LineProblem } from './LineProblem.ts'
import type { RecipientProblemCode } from './RecipientProblemCode.ts'

/** Returns the reason why Polar would refuse the address, or undefined if it would accept the address. */
export function addressProblem(address: string): LineProblem | undefined {
  const code = codeOf(address)
  const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address
  return code && { code, reason: `${JSON.stringify(shown)} is not an email address${reasons[code]}.` }
}

const reasons = {
  invalid_email: '',
  email_too_long: ': it is too long',
  email_placeholder: ': it looks like a placeholder',
  email_quotation_mark: ': it has a curly quotation mark. Type a straight one, or delete it',
  email_list_number: ', or it is the number of a list: put a space after the number',
  email_before_at: ': check the part before the @',
  email_after_at: ': check the part after the @',
  email_domain: ': nobody can get mail at this domain. Check its ending',
} satisfies Partial<Record<RecipientProblemCode, string>>

type AddressCode = keyof typeof reasons

const encoder = new TextEncoder()

/** The endings of domains that cannot receive mail. Polar refuses them. */
const reserved = /\.(?:arpa|invalid|local|localhost|onion|test)$/

function codeOf(address: string): AddressCode | undefined {
  const [local, domain, ...more] = address.split('@')
  if (address.length > 1000) return 'email_too_long'
  if (!local || !domain || more.length > 0 || /[\s<>(),;:"[\]\\\p{C}\uFFFD]/u.test(address)) return 'invalid_email'
  if (/[{}]/.test(address)) return 'email_placeholder'
  if (/[‘’“”‚„`´]/.test(address)) return 'email_quotation_mark'
  // This may be an address, or a line of a numbered list without a space after the number. A person has to decide.
  if (/^\d{1,3}\.\D/.test(address)) return 'email_list_number'
  const isLocal = /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u
  if (!isLocal.test(local) || /^\p{M}/u.test(local)) return 'email_before_at'
  return domainCode(domain, local)
}

function domainCode(domain: string, local: string): AddressCode | undefined {
  const wrong = 'email_after_at'
  const ascii = asciiDomain(domain)
  const labels = ascii.split('.')
  const isName = labels.length > 1 && labels.every((label) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label))
  if (!isName || /(?:^|\.)(?!xn)..--/.test(ascii) || !/[a-z]$/.test(ascii)) return wrong
  if (/(?:^|\.)xn--/.test(ascii) && !isInternational(domain, ascii)) return wrong
  if (reserved.test(ascii)) return 'email_domain'
  const bytes = encoder.encode(`${local}@${domain}`).length
  const isTooLong = bytes > 254 || local.length + ascii.length > 253 || labels.some((label) => label.length > 63)
  return isTooLong ? 'email_too_long' : undefined
}

/** Returns whether Polar accepts an international domain: letters, marks and digits, or the Punycode of these. */
function isInternational(domain: string, ascii: string): boolean {
  const letters = domain.normalize('NFKC').toLowerCase()
  const isLetters = /^[-.。a-z\d\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+$/u
  return isLetters.test(letters) && ascii.split('.').every(isPlainLabel)
}

/** Returns true if a label is not Punycode, or if it is the only Punycode for its letters. */
function isPlainLabel(label: string): boolean {
  if (!label.startsWith('xn--')) return true
  const letters = decodePunycode(label.slice('xn--'.length))
  return letters !== undefined && asciiDomain(letters) === label && !/^[-\p{M}]|^..--|-$/u.test(letters)
}
