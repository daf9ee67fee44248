/** Returns an HTTP date in milliseconds, or `undefined` for other text. `Date.parse` alone accepts almost any text. */
export function parseHttpDate(value: string | null): number | undefined {
  const time = value !== null && /^\s*[MTWFS][a-z]{2,}[, ]/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
