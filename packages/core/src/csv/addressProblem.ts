import { asciiDomain } from '../roster/addressKey.ts'
import { decodePunycode } from './decodePunycode.ts'

/** Returns the reason why Polar would refuse the address, as a sentence for a person. Undefined if there is none. */
export function addressProblem(address: string): string | undefined {
  const reason = reasonOf(address)
  const shown = address.length > 80 ? `${address.slice(0, 80)}…` : address
  return reason === undefined ? undefined : `${JSON.stringify(shown)} is not an email address${reason}.`
}

const encoder = new TextEncoder()

/** The endings of domains that cannot receive mail. Polar refuses them. */
const reserved = /\.(?:arpa|invalid|local|localhost|onion|test)$/

function reasonOf(address: string): string | undefined {
  const [local, domain, ...more] = address.split('@')
  if (address.length > 1000) return ': it is too long'
  if (!local || !domain || more.length > 0 || /[\s<>(),;:"[\]\\\p{C}\uFFFD]/u.test(address)) return ''
  if (/[{}]/.test(address)) return ': it looks like a placeholder'
  if (/[‘’“”‚„`´]/.test(address)) return ': it has a curly quotation mark. Type a straight one, or delete it'
  // This may be an address, or a line of a numbered list without a space after the number. A person has to decide.
  if (/^\d{1,3}\.\D/.test(address)) return ', or it is the number of a list: put a space after the number'
  const isLocal = /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u
  if (!isLocal.test(local) || /^\p{M}/u.test(local)) return ': check the part before the @'
  return domainReason(domain, local)
}

function domainReason(domain: string, local: string): string | undefined {
  const wrong = ': check the part after the @'
  const ascii = asciiDomain(domain)
  const labels = ascii.split('.')
  const isName = labels.length > 1 && labels.every((label) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label))
  if (!isName || /(?:^|\.)(?!xn)..--/.test(ascii) || !/[a-z]$/.test(ascii)) return wrong
  if (/(?:^|\.)xn--/.test(ascii) && !isInternational(domain, ascii)) return wrong
  if (reserved.test(ascii)) return ': nobody can get mail at this domain. Check its ending'
  const bytes = encoder.encode(`${local}@${domain}`).length
  const isTooLong = bytes > 254 || local.length + ascii.length > 253 || labels.some((label) => label.length > 63)
  return isTooLong ? ': it is too long' : undefined
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
