import { parseHttpDate } from './parseHttpDate.ts'

/** Seconds that stand for any longer wait, as RFC 9111 says of a number that is too large. */
const longestSeconds = 2 ** 31

/** Returns `Retry-After` in seconds, from a number or from an HTTP date, which is compared with `now` in ms. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(value)) return Math.min(Number(value), longestSeconds)
  const date = parseHttpDate(value)
  return date === undefined ? undefined : Math.min(Math.max(0, (date - now) / 1000), longestSeconds)
}
