import { internalsOf } from '../internal/internals.ts'
import { backoff, maxDelayOf, type RetryOptions } from '../internal/retryDelay.ts'
import type { RateBudget } from '../internal/rateBudget.ts'
import { sleep } from '../internal/sleep.ts'
import type { AssignSeatsOptions } from './assignSeats.ts'

/** Lost answers in a row after which the server counts as down. */
const patience = 8

/** A 429 without a `Retry-After`, which a browser cannot read across origins: a tenth of a minute, and again. */
const unnamedPause = 6_000

/** When a bulk job may send: inside the rate budget, after a 429's pause, slower after lost answers, until it is over. */
export class BulkPace {
  readonly #budget: RateBudget | undefined
  readonly #retry: RetryOptions | false
  readonly #rate: number | undefined
  readonly #signal: AbortSignal | undefined
  readonly #over = new AbortController()
  readonly #stop = () => this.#over.abort()
  #pause: Promise<void> | undefined
  #lostInARow = 0

  constructor(client: object, { signal, ratePerMinute }: AssignSeatsOptions) {
    const { budget, retry = {} } = internalsOf(client) ?? {}
    this.#budget = budget
    this.#retry = retry
    this.#rate = ratePerMinute
    this.#signal = signal
    signal?.addEventListener('abort', this.#stop)
    if (signal?.aborted) this.stop()
  }

  get isOver(): boolean {
    return this.#over.signal.aborted
  }

  /** Starts nothing more. */
  stop(): void {
    this.#stop()
  }

  /** Waits until one call may be sent; false where the job is over by then. */
  async turn(): Promise<boolean> {
    for (;;) {
      while (this.#pause !== undefined) await this.#pause
      const hasRoom = await this.#unlessOver(this.#budget?.room(this.#rate, this.#over.signal))
      // A pause can begin while this waits for room.
      const isHeld = this.isOver || this.#pause !== undefined
      if (hasRoom && isHeld) this.#budget?.release()
      if (this.isOver || !isHeld) return !this.isOver
    }
  }

  /** The whole job waits, once for all calls that were told to. */
  pause(retryAfter: number | undefined): void {
    const ms = retryAfter === undefined ? Math.min(unnamedPause, maxDelayOf(this.#retry)) : retryAfter * 1000
    this.#pause ??= this.#rest(ms + backoff(this.#retry, 1)).then(() => {
      this.#pause = undefined
    })
  }

  answered(): void {
    this.#lostInARow = 0
  }

  async lost(): Promise<void> {
    this.#lostInARow++
    if (this.#lostInARow >= patience) this.stop()
    else await this.#rest(backoff(this.#retry, this.#lostInARow))
  }

  /** Lets go of the caller's signal. */
  end(): void {
    this.#signal?.removeEventListener('abort', this.#stop)
  }

  async #rest(ms: number): Promise<void> {
    await this.#unlessOver(sleep(ms, this.#over.signal))
  }

  async #unlessOver(wait: Promise<void> | undefined): Promise<boolean> {
    try {
      await wait
      return true
    } catch (error) {
      if (!this.isOver) throw error
      return false
    }
  }
}
