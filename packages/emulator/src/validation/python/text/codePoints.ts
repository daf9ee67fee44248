/** Returns the length of a text as Python counts it. */
export const codePoints = (text: string): number => Array.from(text).length
