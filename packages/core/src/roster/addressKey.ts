import { bareAddress } from '../internal/input/bareAddress.ts'

/**
 * Returns a key to compare addresses. It is the same for all spellings that Polar stores as the same address:
 * `Ada <ADA@b.de>` and `ada@b.de`, `ada@münchen.de` and `ada@xn--mnchen-3ya.de`, composed and decomposed accents.
 *
 * @example
 * ```ts
 * import { addressKey } from '@seats/core'
 *
 * const isSame = addressKey('Ada <ADA@example.com>') === addressKey('ada@example.com')
 * ```
 */
export function addressKey(text: string): string {
  if (usualAddress.test(text)) return text
  const address = bareAddress(text)
  if (isAscii(address)) return address.toLowerCase()
  const domainStart = address.lastIndexOf('@') + 1
  return normalizeCase(address.slice(0, domainStart)) + domainKey(address.slice(domainStart))
}

/**
 * An address in lower case and ASCII, without spaces and without a name before it. For such addresses `addressKey`
 * makes no object, so that a search of a long roster leaves no garbage.
 */
const usualAddress = /^[!-;=-@[-~]*$/

/** Caches the results of `asciiDomain`, because it takes a microsecond, and people of one team share a domain. */
const domainKeys = new Map<string, string>()

function domainKey(domain: string): string {
  const cachedKey = domainKeys.get(domain)
  if (cachedKey !== undefined) return cachedKey
  if (domainKeys.size === 100) domainKeys.clear()
  const key = asciiDomain(domain)
  domainKeys.set(domain, key)
  return key
}

/** Returns the domain in ASCII, by the rules of IDNA. Uses the URL parser, whose tables are part of the runtime. */
export function asciiDomain(text: string): string {
  // Composes first, because a combining character can turn `<`, `=` or `>` into another character.
  const domain = text.normalize('NFC')
  // The URL parser would read these characters as a port, a path or an escape.
  if (isAscii(domain) || /[\0- "#%/:<>?@[\\\]^`{|}\x7f]/.test(domain)) return normalizeCase(domain)
  try {
    // The added `.x` keeps the parser from reading a domain of numbers as an IP address.
    return new URL(`https://${domain}.x`).hostname.slice(0, -2)
  } catch {
    return normalizeCase(domain)
  }
}

const normalizeCase = (text: string) => text.normalize('NFC').toLowerCase().normalize('NFC')

const isAscii = (text: string) => !/[^\0-\x7f]/.test(text)
