/** The longest email address that mail servers accept. */
const maxLength = 254

/** Returns a text from outside so that it is safe in a log: short, and without control or invisible characters. */
export const cleanText = (text: string): string =>
  text.slice(0, maxLength).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
