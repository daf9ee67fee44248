/** The one spelling of a UUID, from each that Polar reads: any case, without dashes, as a URN or in braces. */
export function parseUuid(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const bare = value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value
  const parts = /^(?:urn:uuid:)?([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})$/i.exec(
    bare,
  )
  if (parts === null) return undefined
  const [, first, , second, third, fourth, last] = parts
  return [first, second, third, fourth, last].join('-').toLowerCase()
}
