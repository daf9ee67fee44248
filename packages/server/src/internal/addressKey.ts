import ipaddr from 'ipaddr.js'

/**
 * What shares a budget: an IPv4 address, or an IPv6 network of 64 bits, all of whose addresses one machine can have.
 * What is no address is kept short, since it comes from outside.
 */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64)
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}
