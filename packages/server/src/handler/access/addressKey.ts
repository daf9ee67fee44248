import ipaddr from 'ipaddr.js'

/**
 * What shares a budget: an IPv4 address, or an IPv6 network of 64 bits, all of whose addresses one machine can have.
 * Some proxies add a port, which is another one for each connection. What is no address is kept short, since it comes
 * from outside.
 */
export function addressKey(from: string): string {
  const address = from.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1')
  if (!ipaddr.isValid(address)) return address.slice(0, 64)
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}
