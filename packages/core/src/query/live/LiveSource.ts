import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/**
 * A source that a page follows. The source can have several cached rosters: one for each query cache and each spelling
 * of the id.
 */
export interface LiveSource {
  readonly source: SeatSource
  /** The stream that brings the source's events now. Undefined if there is none. */
  stream: LiveStream | undefined
  /** True if events may have been missed. Then the rosters are read when the next stream opens. */
  isBehind: boolean
  /** Adds a roster. Returns a function that removes it. */
  add(cache: SeatsCache, source: SeatSource): () => void
  hasRosters(): boolean
  /** Returns whether a roster may be older than the changes that a new stream reports. */
  isOld(): boolean
  /** Puts a seat into the rosters. */
  record(seat: CustomerSeat): void
  /** Reads the rosters again. Combines calls that follow each other quickly. */
  read(): void
  /** Reads the rosters again if the page is visible and an invitation is pending. */
  poll(): void
}

/** A stream of events that is being read. */
export interface LiveStream {
  /** The sources for which the stream was opened. The server may have refused some of them since. */
  readonly sources: readonly LiveSource[]
  /** The time at which the stream was opened, in milliseconds of `performance.now()`. */
  readonly openedAt: number
  /** True once data has arrived. Some proxies open a stream but hold its data back. */
  readonly hasBegun: boolean
  readonly hasEnded: boolean
  /** True if a source was refused a while ago. The server may allow it on a new stream. */
  readonly isRenewalDue: boolean
  close(): void
}
