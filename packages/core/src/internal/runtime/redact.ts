/** Matches tokens with Polar's prefixes, values after `Bearer`, and invitation tokens, which have 43 characters. */
const tokenPattern =
  /(polar_(?:oat|pat|at_[ou]|cst|mst|whs)_|whsec_|\bBearer\s+(?=[^\s"']*[\d_]|[^\s"']{16}))[^\s"'<>,;)\]}]+|(^|[^\w-]|%[\da-f]{2})[\w-]{43}(?![\w-])/gi

const redactedText = '[redacted]'
/** Values that are nested deeper are removed. */
const maxDepth = 6

/** Returns the text without the parts that look like a token. */
export const redact = (text: string): string =>
  text.replace(tokenPattern, (_, kind: string = '', before: string = '') => kind + before + redactedText)

/**
 * Returns the value without the tokens in its texts: the same object if it has none, otherwise a copy. An object that
 * is neither plain nor an error, such as a request, is copied to a plain object. Functions, and values that are nested
 * too deep, are removed.
 */
export function redactDeep(value: unknown, levelsLeft: number = maxDepth): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'function') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (levelsLeft === 0) return undefined
  const source = value as Record<string, unknown>
  const isError = value instanceof Error
  const names = isError ? new Set(['message', 'stack', 'cause', 'errors', ...Object.keys(value)]) : Object.keys(value)
  const cleanFields: Record<string, unknown> = {}
  let isSame = isError || isPlain(value)
  for (const name of names) {
    const part = source[name]
    const cleaned = redactDeep(part, levelsLeft - 1)
    const cleanName = redact(name)
    if (cleaned !== part || cleanName !== name) isSame = false
    if (cleaned !== undefined) cleanFields[cleanName] = cleaned
  }
  if (isSame) return value
  if (Array.isArray(value)) return Object.values(cleanFields)
  if (!isError) return cleanFields
  const { message, ...rest } = cleanFields
  const copy = Object.setPrototypeOf(new Error(String(message)), Object.getPrototypeOf(value))
  return Object.assign(copy, rest)
}

const isPlain = (value: object) => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
