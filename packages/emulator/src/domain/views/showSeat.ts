import { customers } from '../../storage/people/customers.ts'
import type { Database } from '../../storage/database/Database.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow, SeatRow } from '../../storage/database/rows.ts'
import { seatJson } from './seatJson.ts'

/**
 * Returns the JSON of a seat with its member. After a revoke, `before` is the seat with the occupant, who is still
 * shown. `known` may have the member, which is then not read again.
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
