import { sleep } from './sleep.ts'

/** How many calls a minute may be sent, counted over the last 60 s. */
export interface RateBudget {
  readonly perMinute: number
  /** Counts a call that is sent whether or not there is room for it. */
  note(): void
  /** Waits until there is room for one more call at this rate, the client's own by default. */
  room(perMinute?: number, signal?: AbortSignal): Promise<void>
}

const minute = 60_000

export function createRateBudget(perMinute: number): RateBudget {
  // When each call of the last minute was sent, oldest first. A monotonic clock: a corrected one would stall it.
  const sent: number[] = []
  const recent = () => {
    const start = performance.now() - minute
    while (sent[0] !== undefined && sent[0] <= start) sent.shift()
    return sent.length
  }
  return {
    perMinute,
    note() {
      recent()
      sent.push(performance.now())
    },
    async room(rate = perMinute, signal) {
      while (recent() >= rate) {
        const frees = sent[sent.length - rate] ?? 0
        await sleep(frees + minute - performance.now() + 1, signal)
      }
    },
  }
}
