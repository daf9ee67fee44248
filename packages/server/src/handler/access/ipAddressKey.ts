import ipaddr from 'ipaddr.js'

/** A text that is not an IP address is cut to this length, because proxies can pass on any text. */
const maxOtherLength = 64

/**
 * Returns the key of the budget for an IP address. Each IPv4 address has its own budget. The IPv6 addresses with the
 * same first 64 bits share one, because one machine can have all of them. A port is left out, because it differs for
 * each connection.
 */
export function ipAddressKey(text: string): string {
  const ipAddress = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1')
  if (!ipaddr.isValid(ipAddress)) return ipAddress.slice(0, maxOtherLength)
  const parsed = ipaddr.process(ipAddress)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}
