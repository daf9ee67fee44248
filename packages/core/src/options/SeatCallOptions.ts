import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { CallOptions } from './CallOptions.ts'

/** The options of a call on one seat, beside its id. */
export interface SeatCallOptions extends CallOptions {
  /** The source that the seat should be on: saves `@seats/server` looking through the others. */
  source?: SeatSource | null | undefined
  /**
   * Who is meant: the seat as it was seen, one identifier, or `null` for nobody. `@seats/server` compares it, and demands
   * it of a revoke. Polar itself knows no such condition: with a token, `ensureRevoked` and the hooks read and compare.
   */
  occupant?: SeatOccupantRef | undefined
}
