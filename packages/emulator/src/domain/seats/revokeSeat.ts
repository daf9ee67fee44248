import { seats } from '../../storage/seats/seats.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { revokedSeat } from './revokedSeat.ts'
import { saveSeatWithoutOccupant } from './saveSeatWithoutOccupant.ts'
import { showSeat } from '../views/showSeat.ts'

/** Revokes a seat and its invitation. A seat that is already revoked does not change. Returns the seat as JSON. */
export function revokeSeat(context: Context, source: SourceRow, seat: SeatRow): string {
  const { database, clock, races } = context
  if (seat.status === 'revoked') return showSeat(database, seat)
  checkFeature(source)
  const now = clock.now()
  const seatBeforeClaim = races.findSeatBeforeClaim(seat.id)
  const before = seatBeforeClaim ?? seat
  const revoked = revokedSeat(before, now)
  if (seatBeforeClaim) saveSeatWithoutOccupant(context, seat)
  else seats.update(database, revoked, showSeat(database, revoked))
  races.recordCall(seat.id, 'revoke')
  const seatAsJson = showSeat(database, revoked, before)
  context.webhooks.enqueue(source.organization_id, 'customer_seat.revoked', seatAsJson)
  return seatAsJson
}
