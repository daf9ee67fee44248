import { bareAddress } from './bareAddress.ts'

/**
 * Tells whether Polar could accept this text as an address. Polar alone knows the rest (whether the domain takes mail,
 * for example), so that only texts that cannot be an address are refused here. IDNA reads four characters as a dot.
 */
export function isEmailAddress(text: string): boolean {
  const address = bareAddress(text)
  return (
    address.length <= 254 &&
    /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+[.。．｡][^\s@<>(),;:"[\]\\.。．｡]+$/.test(address)
  )
}
