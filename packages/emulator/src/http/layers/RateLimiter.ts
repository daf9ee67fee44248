import type { Clock } from '../../clock/Clock.ts'

const second = 1_000_000
const window = 60 * second
const tooMany = 10_000

interface Rule {
  /** What counts together. */
  zone: string
  perMinute: number
  /** How long a caller that goes over it is shut out of everything, in seconds. */
  blockSeconds?: number
}

/** Fixed windows of a minute that start with a caller's first request, as the real server's middleware counts. */
export class RateLimiter {
  readonly #clock: Clock
  readonly #windows = new Map<string, { remaining: number; ends: number }>()
  readonly #blocked = new Map<string, { seconds: number; ends: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts a request. Returns the rule's whole length in seconds if it is one too many, however soon the window ends. */
  take(caller: string, { zone, perMinute, blockSeconds }: Rule): number | undefined {
    const now = this.#clock.now()
    const block = this.#blocked.get(caller)
    if (block !== undefined && block.ends > now) return block.seconds

    const key = `${zone} ${caller}`
    let current = this.#windows.get(key)
    if (current === undefined || current.ends <= now) {
      this.#forget(now)
      current = { remaining: perMinute, ends: now + window }
      this.#windows.set(key, current)
    }
    if (current.remaining > 0) {
      current.remaining -= 1
      return undefined
    }
    if (blockSeconds === undefined) return window / second
    this.#blocked.set(caller, { seconds: blockSeconds, ends: now + blockSeconds * second })
    return blockSeconds
  }

  /** Drops what has run out, so that callers who went away cost nothing. */
  #forget(now: number): void {
    if (this.#windows.size < tooMany) return
    for (const [key, { ends }] of this.#windows) if (ends <= now) this.#windows.delete(key)
    for (const [caller, { ends }] of this.#blocked) if (ends <= now) this.#blocked.delete(caller)
  }
}
