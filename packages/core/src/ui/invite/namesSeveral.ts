/** Returns whether a text has more than one email address, as a list that was pasted does. */
export const namesSeveral = (text: string): boolean => (text.match(/[^\s,;:<>"()]+@[^\s,;:<>"()@]+/g) ?? []).length > 1
