import { sleep } from './sleep.ts'

/** How many calls a minute may be sent, counted over the last 60 s. */
export interface RateBudget {
  /** Counts a call that is sent, whether or not there is room for it. */
  note(): void
  /** Waits until there is room for one more call at this rate, the client's own by default, and takes it. */
  room(perMinute?: number, signal?: AbortSignal): Promise<void>
  /** Gives room back that no call has used. */
  release(): void
}

const minute = 60_000

export function createRateBudget(perMinute: number): RateBudget {
  // When each call of the last minute was sent, oldest first. A monotonic clock: a corrected one would stall it.
  const sent: number[] = []
  // Room that is taken and counted, and whose calls are about to be sent.
  let taken = 0
  const recent = (now: number) => {
    while (sent[0] !== undefined && sent[0] <= now - minute) sent.shift()
    return sent.length
  }
  return {
    note() {
      const now = performance.now()
      recent(now)
      if (taken > 0) taken--
      else sent.push(now)
    },
    async room(rate = perMinute, signal) {
      const most = Math.max(1, Math.floor(rate))
      for (let now = performance.now(); recent(now) >= most; now = performance.now()) {
        const frees = sent[sent.length - most] ?? 0
        await sleep(frees + minute - now + 1, signal)
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
