import { members } from '../../storage/people/members.ts'
import { seats } from '../../storage/seats/seats.ts'
import type { SourceRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { revokedSeat } from './revokedSeat.ts'
import { revokeSeat } from './revokeSeat.ts'
import { showSeat } from '../views/showSeat.ts'

/** Revokes all seats of a source. Reads and writes many rows at once, because a team can have thousands of seats. */
export function revokeAllSeats(context: Context, source: SourceRow): void {
  const { database, clock, races, webhooks } = context
  const active = seats.activeOf(database, source.id)
  // `revokeSeat` also handles a seat whose claim overlaps the revoke.
  if (active.some(({ id }) => races.findSeatBeforeClaim(id))) {
    for (const seat of active) revokeSeat(context, source, seat)
    return
  }
  if (active.length > 0) checkFeature(source)
  const occupants = members.seatedOn(database, source.id)
  const revoked = active.map((seat) => {
    const time = clock.now()
    const row = revokedSeat(seat, time)
    races.recordCall(seat.id, 'revoke')
    return { id: seat.id, time, json: showSeat(database, row), webhookJson: showSeat(database, row, seat, occupants) }
  })
  seats.revoke(database, revoked)
  webhooks.enqueueAll(
    source.organization_id,
    'customer_seat.revoked',
    revoked.map(({ webhookJson }) => webhookJson),
  )
}
