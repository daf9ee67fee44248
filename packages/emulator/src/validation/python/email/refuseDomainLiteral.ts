import { isIPv4, isIPv6 } from 'node:net'
import { listDisallowed } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

/**
 * @throws EmailSyntaxError always, because an address in brackets after the @-sign is never accepted. The message says
 * why.
 */
export function refuseDomainLiteral(literal: string): never {
  if (/^[0-9.]+$/.test(literal)) {
    if (isIPv4(literal)) throw new EmailSyntaxError('A bracketed IP address after the @-sign is not allowed here.')
    throw new EmailSyntaxError(
      `The address in brackets after the @-sign is not valid: It is not an IPv4 address (${describeWrongIPv4(literal)}) or is missing an address literal tag.`,
    )
  }
  if (literal.startsWith('IPv6:')) {
    const address = literal.slice(5)
    if (isIPv6(address)) throw new EmailSyntaxError('A bracketed IP address after the @-sign is not allowed here.')
    throw new EmailSyntaxError(
      `The IPv6 address in brackets after the @-sign is not valid (At least 3 parts expected in '${address}').`,
    )
  }
  if (!literal.includes(':')) {
    throw new EmailSyntaxError(
      'The part after the @-sign in brackets is not an IPv4 address and has no address literal tag.',
    )
  }
  const others = listDisallowed(literal, /^[!-ú^-~]$/)
  if (others !== undefined) {
    throw new EmailSyntaxError(`The part after the @-sign contains invalid characters in brackets: ${others}.`)
  }
  throw new EmailSyntaxError('The part after the @-sign contains an invalid address literal tag in brackets.')
}

/** Returns the message of Python's ipaddress module for a wrong IPv4 address. */
function describeWrongIPv4(literal: string): string {
  const octets = literal.split('.')
  if (octets.length !== 4) return `Expected 4 octets in '${literal}'`
  const wrongOctet =
    octets.find((octet) => octet === '' || octet.length > 3 || /^0./.test(octet) || Number(octet) > 255) ?? ''
  if (wrongOctet === '') return `Empty octet not permitted in '${literal}'`
  if (wrongOctet.length > 3) return `At most 3 characters permitted in '${wrongOctet}' in '${literal}'`
  if (wrongOctet.startsWith('0')) return `Leading zeros are not permitted in '${wrongOctet}' in '${literal}'`
  return `Octet ${wrongOctet} (> 255) not permitted in '${literal}'`
}
