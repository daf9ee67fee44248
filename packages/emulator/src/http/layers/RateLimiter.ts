import type { Clock } from '../../clock/Clock.ts'

const secondMicroseconds = 1_000_000
const windowMicroseconds = 60 * secondMicroseconds
const maxWindows = 10_000

interface Rule {
  /** The calls of one caller in one zone are counted together. */
  zone: string
  perMinute: number
  /** The number of seconds for which all calls of a caller are refused after a call above the limit. */
  blockSeconds?: number
}

/**
 * Counts the calls of each caller in fixed windows of a minute. A window starts with a call, not with a minute of the
 * clock, as on the real server.
 */
export class RateLimiter {
  readonly #clock: Clock
  readonly #windows = new Map<string, { remaining: number; endsAt: number }>()
  readonly #blocked = new Map<string, { seconds: number; endsAt: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Counts a call. If the call is above the limit, returns the seconds of `Retry-After`. As on the real server, this is
   * the whole length of a window or of the block, not the remaining time.
   */
  take(caller: string, { zone, perMinute, blockSeconds }: Rule): number | undefined {
    const now = this.#clock.now()
    const block = this.#blocked.get(caller)
    if (block !== undefined && block.endsAt > now) return block.seconds

    const key = `${zone} ${caller}`
    let callWindow = this.#windows.get(key)
    if (callWindow === undefined || callWindow.endsAt <= now) {
      this.#forget(now)
      callWindow = { remaining: perMinute, endsAt: now + windowMicroseconds }
      this.#windows.set(key, callWindow)
    }
    if (callWindow.remaining > 0) {
      callWindow.remaining -= 1
      return undefined
    }
    if (blockSeconds === undefined) return windowMicroseconds / secondMicroseconds
    this.#blocked.set(caller, { seconds: blockSeconds, endsAt: now + blockSeconds * secondMicroseconds })
    return blockSeconds
  }

  /** If there are many windows, forgets ended windows and blocks, so that the memory does not grow. */
  #forget(now: number): void {
    if (this.#windows.size < maxWindows) return
    for (const [key, { endsAt }] of this.#windows) if (endsAt <= now) this.#windows.delete(key)
    for (const [caller, { endsAt }] of this.#blocked) if (endsAt <= now) this.#blocked.delete(caller)
  }
}
