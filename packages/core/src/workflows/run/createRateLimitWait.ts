import { checkNumber } from '../../internal/input/checkNumber.ts'
import { backoff, maxDelayOf, unnamedRetryAfterMs } from '../../internal/wire/retryDelay.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'

/** Milliseconds that a workflow waits for 429s in all, unless its `maxWait` says otherwise. */
const defaultMaxWaitMs = 15 * 60 * 1000

/** Decides how long one workflow waits after each 429. */
export interface RateLimitWait {
  /** Milliseconds that are left. */
  readonly leftMs: number
  /**
   * Takes the time to wait after this 429 out of what is left.
   *
   * @returns milliseconds, or undefined if that is more than what is left: the workflow ends
   */
  take(retryAfterSeconds: number | undefined): number | undefined
  /** Call this after an answer that is no 429: the next 429 counts as the first in a row again. */
  reset(): void
}

/**
 * Creates what decides how long a workflow waits after each 429.
 *
 * @param maxWait milliseconds in all. Default 15 minutes
 * @throws SeatsError `ConfigurationError` if `maxWait` is not a number of milliseconds
 */
export function createRateLimitWait(retry: RetryOptions | false, maxWait: number = defaultMaxWaitMs): RateLimitWait {
  checkNumber('maxWait', maxWait, 0, 'milliseconds')
  let leftMs = maxWait
  let inARow = 0
  return {
    get leftMs() {
      return leftMs
    },
    take(retryAfterSeconds) {
      const namedMs =
        retryAfterSeconds === undefined ? Math.min(unnamedRetryAfterMs, maxDelayOf(retry)) : retryAfterSeconds * 1000
      if (!(namedMs <= leftMs) || leftMs === 0) return undefined
      // Jitter on top, so that clients that were stopped together do not come back together. It grows, because a server
      // may say 0 seconds each time.
      const waitMs = Math.min(leftMs, namedMs + backoff(retry, ++inARow))
      leftMs -= waitMs
      return waitMs
    },
    reset() {
      inARow = 0
    },
  }
}
