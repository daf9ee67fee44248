import { checkNumber } from '../../internal/input/checkNumber.ts'
import { randomPause, maxDelayOf, retryAfterMs } from '../../internal/wire/retryDelay.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'

/** The longest time for all waits of a workflow together, unless its option `maxWait` is set. */
const defaultMaxWaitMs = 15 * 60 * 1000

/** The waits of one workflow after 429s. Together they have a limit. */
export interface RateLimitWait {
  /** The remaining milliseconds for all further waits. */
  readonly leftMs: number
  /**
   * Returns the milliseconds to wait after this 429, and subtracts them from `leftMs`. Returns `undefined` if `leftMs`
   * is too small. Then the workflow must end.
   */
  take(retryAfter: number | undefined): number | undefined
  /**
   * Call this after an answer that is not a 429. The next 429 then counts as the first in a row, and its random pause
   * is short.
   */
  reset(): void
}

/**
 * Creates the waits of one workflow.
 *
 * @param maxWait The largest number of milliseconds for all waits together. Default 15 minutes.
 * @throws SeatsError `ConfigurationError` if `maxWait` is not a number of milliseconds.
 */
export function createRateLimitWait(retry: RetryOptions | false, maxWait: number = defaultMaxWaitMs): RateLimitWait {
  checkNumber('maxWait', maxWait, 0, 'milliseconds')
  let leftMs = maxWait
  let rateLimitsInARow = 0
  return {
    get leftMs() {
      return leftMs
    },
    take(retryAfter) {
      const requestedMs = retryAfterMs({ retryAfter, status: 429 }, maxDelayOf(retry))
      if (!(requestedMs <= leftMs) || leftMs === 0) return undefined
      // Several clients may get a 429 at the same time. With a random pause, they do not all send their next call at
      // the same time. The pause grows with each 429, because a server may ask for 0 seconds each time.
      const waitMs = Math.min(leftMs, requestedMs + randomPause(retry, ++rateLimitsInARow))
      leftMs -= waitMs
      return waitMs
    },
    reset() {
      rateLimitsInARow = 0
    },
  }
}
