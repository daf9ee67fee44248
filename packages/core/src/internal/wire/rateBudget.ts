import { sleep } from '../runtime/sleep.ts'

/** Limits the calls of one client. Counts the calls of the last 60 s. */
export interface RateBudget {
  /** The most calls per minute for bulk work: the client's `ratePerMinute`, or half of the server's limit. */
  readonly bulkRate: number
  /** Stores the server's limit, in calls per minute. */
  learn(allowedPerMinute: number): void
  /** Counts a call that is sent now. It may exceed the limit. */
  countCall(): void
  /** Waits until one more call may be sent at this rate (by default `bulkRate`), and reserves that call. */
  reserveCall(perMinute?: number, signal?: AbortSignal): Promise<void>
  /** Undoes a reservation that no call has used. */
  releaseCall(): void
}

/** Calls are counted over this time. */
const windowMs = 60_000

/**
 * Creates a client's budget.
 *
 * @param chosenPerMinute The client's `ratePerMinute`, if it is set.
 * @param allowedPerMinute The server's limit until an answer tells another one, in calls per minute.
 */
export function createRateBudget(chosenPerMinute: number | undefined, allowedPerMinute = 500): RateBudget {
  let allowed = allowedPerMinute
  // Leaves the other half for people who use the page during an import.
  const bulkRate = () => chosenPerMinute ?? Math.max(1, Math.floor(allowed / 2))
  // The times of the calls in the window, oldest first. Uses a clock that nobody can set back, because then calls would
  // wait.
  const sentAtMs: number[] = []
  // The number of reserved calls that are not sent yet. They are counted already.
  let reserved = 0
  const countRecent = (now: number) => {
    while (sentAtMs[0] !== undefined && sentAtMs[0] <= now - windowMs) sentAtMs.shift()
    return sentAtMs.length
  }
  return {
    get bulkRate() {
      return bulkRate()
    },
    learn(allowedPerMinute) {
      allowed = allowedPerMinute
    },
    countCall() {
      const now = performance.now()
      countRecent(now)
      if (reserved > 0) reserved--
      else sentAtMs.push(now)
    },
    async reserveCall(rate = bulkRate(), signal) {
      const limit = Math.max(1, Math.floor(rate))
      for (let now = performance.now(); countRecent(now) >= limit; now = performance.now()) {
        const freesAt = (sentAtMs[sentAtMs.length - limit] ?? 0) + windowMs
        await sleep(freesAt - now + 1, signal)
      }
      sentAtMs.push(performance.now())
      reserved++
    },
    releaseCall() {
      if (reserved === 0) return
      reserved--
      sentAtMs.pop()
    },
  }
}
