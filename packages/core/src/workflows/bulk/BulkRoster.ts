import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryDelay } from '../../internal/wire/retryDelay.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { BulkPace } from './BulkPace.ts'

/** Reads a bulk job's roster at the job's pace. */
export class BulkRoster {
  readonly #client: SeatsClient
  readonly #source: SeatSource
  readonly #pace: BulkPace
  #latestRoster: SeatsList | undefined

  constructor(client: SeatsClient, source: SeatSource, pace: BulkPace) {
    this.#client = client
    this.#source = source
    this.#pace = pace
  }

  /** Forgets the roster that was read. Call this before each change. */
  forget(): void {
    this.#latestRoster = undefined
  }

  /** Returns a roster that was read after the last change, or undefined if it cannot be read now. */
  async readLatest(): Promise<SeatsList | undefined> {
    try {
      return this.#latestRoster ?? (await this.read())
    } catch (error) {
      if (!isSeatsError(error)) throw error
      await this.#pace.waitAfterLoss(error)
      return undefined
    }
  }

  /** Reads the roster, and tries again as often as the client would. A 429 pauses the whole job. */
  async read(signal?: AbortSignal | undefined): Promise<SeatsList> {
    for (let attempt = 1; ;) {
      await this.#pace.waitForTurn()
      try {
        this.#latestRoster = await this.#client.listSeats(this.#source, { signal, retry: false })
        return this.#latestRoster
      } catch (error) {
        if (!isSeatsError(error)) throw error
        const isRateLimit = error.status === 429
        if (isRateLimit) this.#pace.pause(error)
        if (isRateLimit && this.#pace.isOver) throw error
        const delay = isRateLimit ? 0 : retryDelay(error, attempt++, this.#pace.retry)
        if (delay === undefined) throw error
        await this.#pace.waitUnlessOver(delay)
      }
    }
  }
}
