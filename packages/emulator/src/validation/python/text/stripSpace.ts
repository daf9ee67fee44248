const space = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+`
const edges = new RegExp(`^${space}|${space}$`, 'g')

/** Trims the white space that Python's `strip` removes. */
export const stripSpace = (text: string): string => text.replace(edges, '')
