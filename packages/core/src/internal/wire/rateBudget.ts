import { sleep } from '../runtime/sleep.ts'

/** How many calls a minute may be sent, counted over the last 60 s. */
export interface RateBudget {
  /** The calls a minute that bulk work stays inside: what the client was given, else half of what the server allows. */
  readonly bulkRate: number
  /** Keeps what the server said that it allows: calls a minute. */
  learn(allowedPerMinute: number): void
  /** Counts a call that is sent, whether or not there is room for it. */
  note(): void
  /** Waits until there is room for one more call at this rate, `bulkRate` by default, and takes it. */
  room(perMinute?: number, signal?: AbortSignal): Promise<void>
  /** Gives room back that no call has used. */
  release(): void
}

/** Milliseconds over which calls are counted. */
const minute = 60_000

/**
 * Creates a client's budget.
 *
 * @param chosenPerMinute what the client was given
 * @param allowedPerMinute what the server allows, as far as it is known before the server says so
 */
export function createRateBudget(chosenPerMinute: number | undefined, allowedPerMinute = 500): RateBudget {
  let allowed = allowedPerMinute
  // The other half is for the people who use the page while an import runs.
  const bulkRate = () => chosenPerMinute ?? Math.max(1, Math.floor(allowed / 2))
  // When each call of the last minute was sent, oldest first. A monotonic clock: a corrected one would stall it.
  const sent: number[] = []
  // Room that is taken and counted, and whose calls are about to be sent.
  let taken = 0
  const recent = (now: number) => {
    while (sent[0] !== undefined && sent[0] <= now - minute) sent.shift()
    return sent.length
  }
  return {
    get bulkRate() {
      return bulkRate()
    },
    learn(allowedPerMinute) {
      allowed = allowedPerMinute
    },
    note() {
      const now = performance.now()
      recent(now)
      if (taken > 0) taken--
      else sent.push(now)
    },
    async room(rate = bulkRate(), signal) {
      const limit = Math.max(1, Math.floor(rate))
      for (let now = performance.now(); recent(now) >= limit; now = performance.now()) {
        const freesAt = (sent[sent.length - limit] ?? 0) + minute
        await sleep(freesAt - now + 1, signal)
      }
      sent.push(performance.now())
      taken++
    },
    release() {
      if (taken === 0) return
      taken--
      sent.pop()
    },
  }
}
