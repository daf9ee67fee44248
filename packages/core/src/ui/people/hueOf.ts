/** Returns one of six colours for a person, always the same one. */
export const hueOf = (name: string): number =>
  [...name.toLowerCase()].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 1009, 7) % 6
