import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryAfterMs } from '../../internal/wire/retryDelay.ts'
import { longestTimerMs } from '../../internal/runtime/sleep.ts'

const minWaitMs = 1_000

/** TanStack's `refetchInterval`: after a 429, reads again once the time that the server asked for has passed. */
export function refetchAfterRateLimit({ state: { error } }: { state: { error: unknown } }): number | false {
  if (!isSeatsError(error) || error.status !== 429) return false
  return Math.min(Math.max(retryAfterMs(error), minWaitMs), longestTimerMs)
}
