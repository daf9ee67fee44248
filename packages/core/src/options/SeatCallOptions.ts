import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { CallOptions } from './CallOptions.ts'

/** The options of a call on one seat. */
export interface SeatCallOptions extends CallOptions {
  /** The source of the seat. If it is given, `@seats/server` does not search other sources. */
  source?: SeatSource | null | undefined
  /**
   * The person who should have the seat: the seat as the page has shown it, one identifier, or `null` for nobody.
   * `@seats/server` compares it with the roster, and requires it for a revoke. With a token this option does nothing,
   * because Polar cannot compare: `ensureRevoked` and the hooks read the roster and compare it themselves.
   */
  occupant?: SeatOccupantRef | undefined
}
