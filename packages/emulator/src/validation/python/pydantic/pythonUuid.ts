/** Reads a UUID like Python's UUID(), which ignores braces and dashes. Returns undefined if the text is no UUID. */
export function pythonUuid(text: string): string | undefined {
  const hex = text
    .replaceAll('urn:', '')
    .replaceAll('uuid:', '')
    .replaceAll(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '')
  const groups = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i.exec(hex)
  return groups?.slice(1).join('-').toLowerCase()
}
