import { parseHttpDate } from './parseHttpDate.ts'

/** The longest wait. RFC 9111 demands that a larger number counts as this number. */
const longestSeconds = 2 ** 31

/**
 * Returns the seconds to wait by a `Retry-After` header. The header has a number of seconds or an HTTP date. The date
 * is compared with `now`, in milliseconds.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Math.min(Number(value), longestSeconds)
  const date = parseHttpDate(value)
  return date === undefined ? undefined : Math.min(Math.max(0, (date - now) / 1000), longestSeconds)
}
