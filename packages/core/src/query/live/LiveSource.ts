import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/** A source that a page follows. Each query cache that shows it holds a roster of it for each spelling of its id. */
export interface LiveSource {
  readonly source: SeatSource
  /** The stream that carries its events now. */
  carrier: LiveStream | undefined
  /** Whether events may have been missed. If so, the rosters are read once events arrive again. */
  isBehind: boolean
  /** Adds a roster. Returns a function that removes it. */
  add(cache: SeatsCache, source: SeatSource): () => void
  hasRosters(): boolean
  /** Returns whether a roster may be older than the changes that a new stream reports. */
  isOld(): boolean
  /** Puts a seat into the rosters. */
  settle(seat: CustomerSeat): void
  /** Reads the rosters again. Many calls in a short time cause few reads. */
  read(): void
  /** Reads the rosters again if the page is visible and an invitation is pending. */
  poll(): void
}

/** A stream of events that is being read. */
export interface LiveStream {
  /** The sources that it was opened for. Some of them may have been refused since. */
  readonly sources: readonly LiveSource[]
  /** When it was opened, by `performance.now()`. */
  readonly openedAt: number
  /** Whether any data has arrived. Some proxies open a stream but hold its data back. */
  readonly hasBegun: boolean
  readonly hasEnded: boolean
  /** Whether a source was refused a while ago, so that a new stream may have it. */
  readonly isRenewalDue: boolean
  close(): void
}
