/**
 * Returns the text without characters that are not seen (zero-width ones, soft hyphens, direction marks), with one kind
 * of double quotes, angle brackets and separators. No line is added or taken away.
 */
export const cleanText = (text: string): string => (/[^\0-\x7f]|href/.test(text) ? cleaned(text) : text)

const cleaned = (text: string) =>
  text
    .replaceAll(/[\p{Cf}\u180b-\u180d\u034f\ufe0e\ufe0f]/gu, '')
    .replaceAll(/[“”„‟«»〝〞＂]/g, '"')
    .replaceAll('＜', '<')
    .replaceAll('＞', '>')
    .replaceAll('；', ';')
    .replaceAll(/[，、]/g, ',')
    .replaceAll(htmlLink, ' <$1> ')

/** A link of a web page, whose address counts and whose label is a name. */
const htmlLink = /<a\s[^<>]*?href="mailto:([^"<>?]*)[^<>]*>[^<>]*<\/a>/gi
