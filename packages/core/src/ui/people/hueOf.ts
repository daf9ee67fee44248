/** Returns the number of a colour for a name or address, from 0 to 5. The same text always gives the same number. */
export const hueOf = (nameOrAddress: string): number =>
  [...nameOrAddress.toLowerCase()].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1009, 7) %
  6
