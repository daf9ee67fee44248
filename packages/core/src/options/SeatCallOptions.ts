import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { CallOptions } from './CallOptions.ts'

/** The options of a call on one seat. */
export interface SeatCallOptions extends CallOptions {
  /** The source of the seat. If it is given, `@seats/server` does not search other sources. */
  source?: SeatSource | null | undefined
  /**
   * The person who is expected to have the seat: the seat as the page has shown it, one identifier, or `null` for
   * nobody. `@seats/server` compares this person with the roster, and requires the option for a revoke. With a token
   * the option has no effect, because Polar cannot compare. Use `ensureRevoked` or the hooks, which compare the roster
   * themselves before a revoke.
   */
  occupant?: SeatOccupantRef | undefined
}
