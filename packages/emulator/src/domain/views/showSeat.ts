import { customers } from '../../storage/people/customers.ts'
import type { Database } from '../../storage/database/Database.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow, SeatRow } from '../../storage/database/rows.ts'
import { seatJson } from './seatJson.ts'

/**
 * Returns the JSON of a seat with its member. For the answer to a revoke, `before` is the seat as it was before: the
 * answer still shows the occupant. If `known` has the member, the database is not read for it.
 */
export function showSeat(
  database: Database,
  seat: SeatRow,
  before: SeatRow = seat,
  known?: ReadonlyMap<string, MemberRow>,
): string {
  const id = before.member_id
  const member = id === null ? undefined : (known?.get(id) ?? members.byIdEvenRemoved(database, id))
  const customer =
    seat.email === null && member === undefined && before.customer_id !== null
      ? customers.byId(database, before.customer_id)
      : undefined
  return seatJson(seat, member, customer?.email ?? null)
}
