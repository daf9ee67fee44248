/** Returns the number of a colour for a person, from 0 to 5. It is the same number each time. */
export const hueOf = (name: string): number =>
  [...name.toLowerCase()].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1009, 7) % 6
