import { customers } from '../storage/customers.ts'
import { seats } from '../storage/seats.ts'
import type { SeatRow, SourceRow } from '../storage/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from './Context.ts'
import { seatJson } from './seatJson.ts'

/** The roster of a source: every row, revoked ones too. */
export function listSeats({ database }: Context, source: SourceRow): string {
  checkFeature(source)
  const rows = seats.ofSource(database, source.id)
  const members = new Map(seats.membersOf(database, source.id).map((member) => [member.id, member]))
  const show = (seat: SeatRow) => {
    const member = seat.member_id === null ? undefined : members.get(seat.member_id)
    const alone = seat.email === null && member === undefined && seat.customer_id !== null
    return seatJson(
      seat,
      member,
      alone && seat.customer_id ? (customers.byId(database, seat.customer_id)?.email ?? null) : null,
    )
  }
  const active = rows.filter((seat) => seat.status !== 'revoked').length
  const available = Math.max(0, source.seats - active)
  return `{"seats":[${rows.map(show).join(',')}],"available_seats":${available},"total_seats":${source.seats}}`
}
