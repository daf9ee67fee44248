import { seats } from '../../storage/seats/seats.ts'
import type { SeatRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'
import { showSeat } from '../views/showSeat.ts'

/**
 * Stores the result of a claim and a revoke that overlap: a claimed seat without an occupant, which counts as taken.
 */
export function saveSeatWithoutOccupant({ database, clock }: Context, claimed: SeatRow): void {
  const now = clock.now()
  const seat: SeatRow = {
    ...claimed,
    customer_id: null,
    member_id: null,
    email: null,
    revoked_at: now,
    modified_at: now,
  }
  seats.update(database, seat, showSeat(database, seat))
}
