/** Matches the standard spelling. This fast pattern is tried first, because the gate parses an id in each check. */
const standardSpelling = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Returns a UUID in its standard spelling, or `undefined` if the value is not a UUID. Accepts every spelling that Polar
 * accepts: in any case, without dashes, as a URN or in braces.
 */
export function parseUuid(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (standardSpelling.test(value)) return value
  const withoutBraces = value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value
  const parts = /^(?:urn:uuid:)?([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})$/i.exec(
    withoutBraces,
  )
  if (parts === null) return undefined
  const [, first, , second, third, fourth, last] = parts
  return [first, second, third, fourth, last].join('-').toLowerCase()
}
