const plain = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/

/** First version. */
export function parseUuid(text: string): { uuid: string } | { error: string } {
  const lower = text
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .replace(/^\{(.*)\}$/, '$1')
  if (plain.test(lower))
    return { uuid: lower.replaceAll('-', '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
  const at = text.search(/[^0-9a-fA-F-]/)
  return { error: `invalid character: found \`${text[at] ?? ''}\` at ${at}` }
}
