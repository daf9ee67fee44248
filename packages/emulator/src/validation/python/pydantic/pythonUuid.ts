/** Reads a UUID as Python's own UUID() does, which minds neither braces nor where dashes are. Undefined: it is none. */
export function pythonUuid(text: string): string | undefined {
  const hex = text
    .replaceAll('urn:', '')
    .replaceAll('uuid:', '')
    .replaceAll(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '')
  const groups = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i.exec(hex)
  return groups?.slice(1).join('-').toLowerCase()
}
