import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryAfterMs } from '../../internal/wire/retryDelay.ts'
import { longestTimerMs } from '../../internal/runtime/sleep.ts'

const minWaitMs = 1_000

/** Returns TanStack's `refetchInterval`: after a 429, the milliseconds that the server asked for; otherwise false. */
export function refetchAfterRateLimit({ state: { error } }: { state: { error: unknown } }): number | false {
  if (!isSeatsError(error) || error.status !== 429) return false
  return Math.min(Math.max(retryAfterMs(error), minWaitMs), longestTimerMs)
}
