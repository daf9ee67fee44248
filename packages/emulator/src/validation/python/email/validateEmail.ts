import { checkDomain } from './checkDomain.ts'
import { checkLength } from './checkLength.ts'
import { checkLocalPart } from './checkLocalPart.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'
import { refuseDomainLiteral } from './refuseDomainLiteral.ts'
import { splitEmail } from './splitEmail.ts'

/** Names of mailboxes in which upper and lower case make no difference (RFC 2142). */
const roleMailboxes = new Set(
  'info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp'.split(' '),
)

/**
 * Returns an email as it is stored, by the rules of Python's email-validator without the look-up in DNS.
 * @throws EmailSyntaxError if the email is wrong.
 */
export function validateEmail(email: string): string {
  const { displayName, local: typed, isQuoted, domain } = splitEmail(email)
  const local = normalizeLocalPart(checkLocalPart(typed, isQuoted), isQuoted)
  if (isQuoted) throw new EmailSyntaxError('Quoting the part before the @-sign is not allowed here.')
  if (domain === '') throw new EmailSyntaxError('There must be something after the @-sign.')
  if (domain.startsWith('[') && domain.endsWith(']')) refuseDomainLiteral(domain.slice(1, -1))
  const { ascii, unicode } = checkDomain(domain)
  const normalizedAddress = `${local}@${unicode}`
  checkLength(`${typed}@${domain}`, normalizedAddress, `${local}@${ascii}`)
  if (displayName !== undefined) {
    throw new EmailSyntaxError('A display name and angle brackets around the email address are not permitted here.')
  }
  return normalizedAddress
}

function normalizeLocalPart(local: string, isQuoted: boolean): string {
  const normalized = local.normalize('NFC')
  if (normalized !== local) {
    try {
      checkLocalPart(normalized, isQuoted)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new EmailSyntaxError(`After Unicode normalization: ${reason}`)
    }
  }
  return roleMailboxes.has(normalized.toLowerCase()) ? normalized.toLowerCase() : normalized
}
