import type { SeatsError } from '../../errors/SeatsError.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'

/**
 * The wait after a 429 without `Retry-After`, which a browser cannot always read from another origin. Polar always asks
 * for a minute.
 */
const defaultRetryAfterMs = 60_000

/**
 * Returns the milliseconds that the server asks a client to wait. After a 429 without a time, returns a minute, but at
 * most `longestDefaultMs`. Returns 0 if the server does not ask for a wait.
 */
export function retryAfterMs(
  { retryAfter, status }: Pick<SeatsError, 'retryAfter' | 'status'>,
  longestDefaultMs: number = defaultRetryAfterMs,
): number {
  if (retryAfter !== undefined) return retryAfter * 1000
  return status === 429 ? Math.min(defaultRetryAfterMs, longestDefaultMs) : 0
}

/**
 * Returns the milliseconds to wait after a failed attempt, or `undefined` if the call must not be sent again.
 *
 * @param attempt The number of the attempt, from 1.
 * @param elapsedMs The time since the first attempt began.
 */
export function retryDelay(
  error: SeatsError,
  attempt: number,
  retry: RetryOptions | false,
  elapsedMs = 0,
): number | undefined {
  if (retry === false || !error.isRetryable) return undefined
  const { attempts = 3, maxDelay = defaultMaxDelayMs, giveUpAfter = Infinity } = retry
  if (attempt >= attempts) return undefined
  const longestDelayMs = Math.min(maxDelay, giveUpAfter - elapsedMs)
  const requestedDelayMs = retryAfterMs(error, maxDelay)
  if (requestedDelayMs > longestDelayMs) return undefined
  // Adds a random time, so that clients that were refused together do not all try again together.
  return requestedDelayMs + randomPause(retry, attempt, longestDelayMs - requestedDelayMs)
}

/**
 * Returns a random pause in milliseconds. Its limit doubles with each attempt. If `retry` is false, uses the defaults.
 */
export function randomPause(retry: RetryOptions | false, attempt: number, maxMs: number = maxDelayOf(retry)): number {
  const { minDelay = 300 } = retry || {}
  return Math.random() * Math.min(maxMs, minDelay * 2 ** (attempt - 1))
}

export const maxDelayOf = (retry: RetryOptions | false): number => (retry || {}).maxDelay ?? defaultMaxDelayMs

const defaultMaxDelayMs = 75_000
