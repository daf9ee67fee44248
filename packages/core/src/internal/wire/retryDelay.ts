import type { SeatsError } from '../../errors/SeatsError.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'

/** The whole minute that Polar always names. A browser cannot read the header of an answer from another origin. */
export const unnamedRetryAfterMs = 60_000

/** Returns the milliseconds that the server asks to wait for. 0 for an error that is not about waiting. */
export function retryAfterMs({ retryAfter, status }: SeatsError): number {
  if (retryAfter !== undefined) return retryAfter * 1000
  return status === 429 ? unnamedRetryAfterMs : 0
}

/**
 * Returns the milliseconds to wait after try number `attempt` (from 1), or `undefined` if the call is not to be sent
 * again. `elapsedMs` is the time since the first try began.
 */
export function retryDelay(
  error: SeatsError,
  attempt: number,
  retry: RetryOptions | false,
  elapsedMs = 0,
): number | undefined {
  if (retry === false || !error.isRetryable) return undefined
  const { attempts = 3, maxDelay = defaultMaxDelay, giveUpAfter = Infinity } = retry
  if (attempt >= attempts) return undefined
  const longest = Math.min(maxDelay, giveUpAfter - elapsedMs)
  // A minute that the server did not name does not go beyond `maxDelay`.
  const named = error.retryAfter === undefined ? Math.min(retryAfterMs(error), maxDelay) : retryAfterMs(error)
  if (named > longest) return undefined
  // On top of what the server asked for, so that clients stopped together do not come back together.
  return named + backoff(retry, attempt, longest - named)
}

/** An exponential pause with full jitter. Workflows wait in the client's measure too, also where it does not retry. */
export function backoff(retry: RetryOptions | false, attempt: number, most: number = maxDelayOf(retry)): number {
  const { minDelay = 300 } = retry || {}
  return Math.random() * Math.min(most, minDelay * 2 ** (attempt - 1))
}

export const maxDelayOf = (retry: RetryOptions | false): number => (retry || {}).maxDelay ?? defaultMaxDelay

const defaultMaxDelay = 75_000
