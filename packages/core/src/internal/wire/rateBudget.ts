import { sleep } from '../runtime/sleep.ts'

/** Limits the calls of one client to a number a minute, counted over the last 60 s. */
export interface RateBudget {
  /** The most calls a minute for bulk work: the client's `ratePerMinute`, or half of what the server allows. */
  readonly bulkRate: number
  /** Stores the calls a minute that the server allows. */
  learn(allowedPerMinute: number): void
  /** Counts a call that is sent, also if it exceeds the limit. */
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
 * @param chosenPerMinute the client's `ratePerMinute`, if it has one
 * @param allowedPerMinute the calls a minute that the server allows, until an answer tells the number
 */
export function createRateBudget(chosenPerMinute: number | undefined, allowedPerMinute = 500): RateBudget {
  let allowed = allowedPerMinute
  // The other half is for the people who use the page while an import runs.
  const bulkRate = () => chosenPerMinute ?? Math.max(1, Math.floor(allowed / 2))
  // The times of the calls in the window, oldest first. The clock is monotonic: a clock that is set back would stall this.
  const sentAtMs: number[] = []
  // Reserved calls, which are counted already, but not sent yet.
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
