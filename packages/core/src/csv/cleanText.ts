/**
 * Removes invisible characters (zero width, soft hyphens, direction marks). Replaces other forms of double quotes,
 * angle brackets and separators with the ASCII ones, and a mail link of HTML with `<address>`.
 */
export const cleanText = (text: string): string => (/[^\0-\x7f]|href/.test(text) ? normalizeText(text) : text)

const normalizeText = (text: string) =>
  text
    .replaceAll(/[\p{Cf}\u180b-\u180d\u034f\ufe0e\ufe0f]/gu, '')
    .replaceAll(/[“”„‟«»〝〞＂]/g, '"')
    .replaceAll('＜', '<')
    .replaceAll('＞', '>')
    .replaceAll('；', ';')
    .replaceAll(/[，、]/g, ',')
    .replaceAll(htmlLink, ' <$1> ')

/** Matches a mail link of HTML. The first group is its address. */
const htmlLink = /<a\s[^<>]*?href="mailto:([^"<>?]*)[^<>]*>[^<>]*<\/a>/gi
