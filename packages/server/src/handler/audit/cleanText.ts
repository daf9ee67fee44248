/** The longest email address that mail servers accept. */
const maxLength = 254

/** Makes a text from outside safe for a log: shortens it, and replaces control characters and invisible characters. */
export const cleanText = (text: string): string =>
  text.slice(0, maxLength).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
