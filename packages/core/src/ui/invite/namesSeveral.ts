/** Returns whether a text has more than one email address, so that it is a list. */
export const namesSeveral = (text: string): boolean => (text.match(/[^\s,;:<>"()]+@[^\s,;:<>"()@]+/g) ?? []).length > 1
