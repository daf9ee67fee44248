import { asciiDomain } from '../roster/addressKey.ts'
import { decodePunycode } from './decodePunycode.ts'
import type { LineProblem } from './LineProblem.ts'
import type { RecipientProblemCode } from './RecipientProblemCode.ts'

/**
 * Returns the reason why Polar would refuse the address, or why the address is probably a mistake. Returns undefined
 * for a usable address.
 */
export function addressProblem(address: string): LineProblem | undefined {
  const code = addressProblemCode(address)
  const shortAddress = address.length > 80 ? `${address.slice(0, 80)}…` : address
  return code && { code, reason: `${JSON.stringify(shortAddress)} is not an email address${reasons[code]}.` }
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
const endingsWithoutMail = /\.(?:arpa|invalid|local|localhost|onion|test)$/

function addressProblemCode(address: string): AddressCode | undefined {
  const [local, domain, ...otherParts] = address.split('@')
  if (address.length > 1000) return 'email_too_long'
  if (!local || !domain || otherParts.length > 0 || /[\s<>(),;:"[\]\\\p{C}\uFFFD]/u.test(address))
    return 'invalid_email'
  if (/[{}]/.test(address)) return 'email_placeholder'
  if (/[‘’“”‚„`´]/.test(address)) return 'email_quotation_mark'
  // This may be an address, or a line of a numbered list without a space after the number. A person has to decide.
  if (/^\d{1,3}\.\D/.test(address)) return 'email_list_number'
  const localPattern = /^[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[\w!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u
  if (!localPattern.test(local) || /^\p{M}/u.test(local)) return 'email_before_at'
  return domainProblemCode(domain, local)
}

function domainProblemCode(domain: string, local: string): AddressCode | undefined {
  const invalidDomain = 'email_after_at'
  const asciiName = asciiDomain(domain)
  const labels = asciiName.split('.')
  const isDomainName = labels.length > 1 && labels.every((label) => /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label))
  if (!isDomainName || /(?:^|\.)(?!xn)..--/.test(asciiName) || !/[a-z]$/.test(asciiName)) return invalidDomain
  if (/(?:^|\.)xn--/.test(asciiName) && !isInternational(domain, asciiName)) return invalidDomain
  if (endingsWithoutMail.test(asciiName)) return 'email_domain'
  const byteCount = encoder.encode(`${local}@${domain}`).length
  const isTooLong =
    byteCount > 254 || local.length + asciiName.length > 253 || labels.some((label) => label.length > 63)
  return isTooLong ? 'email_too_long' : undefined
}

/**
 * Returns whether Polar accepts an international domain. The domain must consist of letters, marks, digits and hyphens,
 * or of Punycode for them.
 */
function isInternational(domain: string, asciiName: string): boolean {
  const letters = domain.normalize('NFKC').toLowerCase()
  const internationalPattern = /^[-.。a-z\d\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]+$/u
  return internationalPattern.test(letters) && asciiName.split('.').every(isCanonicalLabel)
}

/** Returns false for Punycode that IDNA would write in another way, or that decodes to no valid label. */
function isCanonicalLabel(label: string): boolean {
  if (!label.startsWith('xn--')) return true
  const letters = decodePunycode(label.slice('xn--'.length))
  return letters !== undefined && asciiDomain(letters) === label && !/^[-\p{M}]|^..--|-$/u.test(letters)
}
