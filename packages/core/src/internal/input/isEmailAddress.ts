import { bareAddress } from './bareAddress.ts'

/**
 * Returns whether the text has the form of an email address, with or without a name. Polar checks more, for example
 * whether the domain receives mail. The pattern has four characters for the dot, because IDNA reads all of them as a
 * dot.
 */
export function isEmailAddress(text: string): boolean {
  const address = bareAddress(text)
  return (
    address.length <= 254 &&
    /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+[.。．｡][^\s@<>(),;:"[\]\\.。．｡]+$/.test(address)
  )
}
