/** A text's length as Python counts it. */
export const codePoints = (text: string): number => Array.from(text).length
