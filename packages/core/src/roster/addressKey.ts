import { bareAddress } from '../internal/input/bareAddress.ts'

/**
 * Returns the text by which two addresses are compared. It is the same for all spellings that Polar stores alike:
 * `Ada <ADA@b.de>` and `ada@b.de`, `ada@münchen.de` and `ada@xn--mnchen-3ya.de`, composed and decomposed accents.
 */
export function addressKey(text: string): string {
  const address = bareAddress(text)
  // The usual case, and quick: nothing needs a table.
  if (isAscii(address)) return address.toLowerCase()
  const at = address.lastIndexOf('@') + 1
  return fold(address.slice(0, at)) + domainKey(address.slice(at))
}

/** The parser takes a microsecond, and the people of one team share a domain. */
const knownDomains = new Map<string, string>()

function domainKey(domain: string): string {
  const known = knownDomains.get(domain)
  if (known !== undefined) return known
  if (knownDomains.size === 100) knownDomains.clear()
  const key = asciiDomain(domain)
  knownDomains.set(domain, key)
  return key
}

/** Returns the domain in ASCII, by IDNA. The URL parser has the tables for it, so that none is in the bundle. */
export function asciiDomain(domain: string): string {
  // The parser would also read a port, a path or an escape.
  if (isAscii(domain) || /[\0- "#%/:<>?@[\\\]^`{|}\x7f]/.test(domain)) return fold(domain)
  try {
    // With a last label of letters, numbers are not read as an IP address.
    return new URL(`https://${domain}.x`).hostname.slice(0, -2)
  } catch {
    return fold(domain)
  }
}

const fold = (text: string) => text.normalize('NFC').toLowerCase().normalize('NFC')

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text)
