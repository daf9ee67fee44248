import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** A source that a page follows. Its rosters are in each query cache that shows it, under each spelling of its id. */
export interface LiveSource {
  readonly source: SeatSource
  /** The stream that carries its events now. */
  carrier: LiveStream | undefined
  /** Whether events may have been missed: its rosters have to be read once they arrive again. */
  isBehind: boolean
  /** Adds a roster. Returns what takes it off again. */
  add(cache: SeatsCache, source: SeatSource): () => void
  hasRosters(): boolean
  /** Whether a roster may be older than the changes that a new stream tells of. */
  isOld(): boolean
  /** Puts a seat in place. */
  settle(seat: CustomerSeat): void
  /** Reads the rosters again. Many calls in a row cause few reads. */
  read(): void
  /** Reads the rosters again if somebody sees the page and an invitation is pending. */
  poll(): void
}

/** A stream of events that is being read. */
export interface LiveStream {
  /** The sources that it was opened for. Some of them may have been refused since. */
  readonly sources: readonly LiveSource[]
  /** When it was opened, by `performance.now()`. */
  readonly openedAt: number
  /** Whether anything has come: some proxies open a stream and keep what it says. */
  readonly hasBegun: boolean
  readonly hasEnded: boolean
  /** Whether a source was refused a while ago, so that a new stream may have it. */
  readonly isRenewalDue: boolean
  close(): void
}
