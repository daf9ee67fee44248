import type { SeatsError, SeatsErrorJSON } from '../../errors/SeatsError.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { randomPause } from '../../internal/wire/retryDelay.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import type { ClientBudget } from '../../internal/wire/clientBudget.ts'
import { bulkRate, releaseCall, reserveCall } from '../../internal/wire/reserveCall.ts'
import { onAbort } from '../../internal/runtime/onAbort.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import { createRateLimitWait, type RateLimitWait } from '../run/createRateLimitWait.ts'

/** After this number of lost answers in a row, the job treats the server as down and ends. */
const maxLostInARow = 8

/** Each pause after a 429 halves the job's rate, but not below the job's first rate divided by this number. */
const maxSlowdown = 8

/**
 * Decides when a bulk job may send a call. Keeps to the client's budget, waits during the pause after a 429, and waits
 * after each lost answer.
 */
export class BulkPace {
  readonly retry: RetryOptions | false
  /** Removes the listener from the caller's signal. */
  readonly stopListening: () => void
  readonly #budget: ClientBudget
  readonly #rate: number | undefined
  readonly #rateLimitWait: RateLimitWait
  readonly #jobEnd = new AbortController()
  #error: SeatsError | undefined
  #pauseEnd: Promise<void> | undefined
  #slowdown = 1
  #lostInARow = 0

  constructor(client: object, { signal, ratePerMinute, maxWait }: AssignSeatsOptions) {
    const { budget, retry } = internalsOf(client)
    this.retry = retry
    this.#budget = budget
    this.#rate = ratePerMinute
    this.#rateLimitWait = createRateLimitWait(retry, maxWait)
    this.stopListening = onAbort(signal, () => this.stop())
  }

  get isOver(): boolean {
    return this.#jobEnd.signal.aborted
  }

  /** The error that ended the job early. */
  get error(): SeatsErrorJSON | undefined {
    return this.#error?.toJSON()
  }

  /** Ends the job: no new call is sent. */
  stop(error?: SeatsError): void {
    if (!this.isOver) this.#error = error
    this.#jobEnd.abort()
  }

  /** Waits until one call may be sent. Resolves with false if the job is over by then. */
  async waitForTurn(): Promise<boolean> {
    for (;;) {
      while (this.#pauseEnd !== undefined) await this.#pauseEnd
      const isReserved = await this.#finishUnlessOver(
        reserveCall(this.#budget, this.#currentRate(), this.#jobEnd.signal),
      )
      // A pause can begin while this waits for the reservation.
      const mustGiveBack = this.isOver || this.#pauseEnd !== undefined
      if (isReserved && mustGiveBack) releaseCall(this.#budget)
      if (this.isOver || !mustGiveBack) return !this.isOver
    }
  }

  /**
   * Pauses the job after a 429, once for all calls that got a 429 at the same time. Ends the job if the pause would
   * exceed `maxWait`.
   */
  pause(error: SeatsError): void {
    if (this.#pauseEnd !== undefined) return
    const pauseMs = this.#rateLimitWait.take(error.retryAfter)
    if (pauseMs === undefined) return this.stop(error)
    // A server that says 0 seconds does not ask for fewer calls.
    if (error.retryAfter !== 0) this.#slowdown = Math.min(maxSlowdown, this.#slowdown * 2)
    this.#pauseEnd = this.waitUnlessOver(pauseMs).then(() => {
      this.#pauseEnd = undefined
    })
  }

  /** Resets the counts of lost answers and of 429s. Call this after each clear answer. */
  forgetLosses(): void {
    this.#lostInARow = 0
    this.#rateLimitWait.reset()
  }

  /** Waits after a lost answer, and ends the job after too many lost answers in a row. */
  async waitAfterLoss(error: SeatsError): Promise<void> {
    this.#lostInARow++
    if (this.#lostInARow >= maxLostInARow) this.stop(error)
    else await this.waitUnlessOver(randomPause(this.retry, this.#lostInARow))
  }

  /** Waits for `pauseMs` milliseconds, or until the job is over. */
  async waitUnlessOver(pauseMs: number): Promise<void> {
    await this.#finishUnlessOver(sleep(pauseMs, this.#jobEnd.signal))
  }

  #currentRate(): number {
    return (this.#rate ?? bulkRate(this.#budget)) / this.#slowdown
  }

  async #finishUnlessOver(work: Promise<void> | undefined): Promise<boolean> {
    try {
      await work
      return true
    } catch (error) {
      if (!this.isOver) throw error
      return false
    }
  }
}
