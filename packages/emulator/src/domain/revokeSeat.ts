import { seats } from '../storage/seats.ts'
import type { SeatRow, SourceRow } from '../storage/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from './Context.ts'
import { showSeat } from './showSeat.ts'

/** Takes the occupant off a seat, invitation and all. A seat that is revoked is returned as it is. */
export function revokeSeat(context: Context, source: SourceRow, seat: SeatRow): string {
  const { database, clock } = context
  checkFeature(source)
  if (seat.status === 'revoked') return showSeat(database, seat)
  const now = clock.now()
  const revoked: SeatRow = {
    ...seat,
    status: 'revoked',
    revoked_at: now,
    modified_at: now,
    invitation_token: null,
    customer_id: null,
    member_id: null,
    email: null,
  }
  seats.update(database, revoked, showSeat(database, revoked))
  const shown = showSeat(database, revoked, seat)
  context.webhooks.enqueue(source.organization_id, 'customer_seat.revoked', shown)
  return shown
}
