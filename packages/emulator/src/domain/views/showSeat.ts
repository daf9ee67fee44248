import { customers } from '../../storage/people/customers.ts'
import type { Database } from '../../storage/database/Database.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow, SeatRow } from '../../storage/database/rows.ts'
import { seatJson } from './seatJson.ts'

/**
 * Returns the JSON of a seat with its member. The answer to a revoke still shows the former occupant, so `before` is
 * then the seat before the revoke. Members in `loadedMembers` are not read from the database again.
 */
export function showSeat(
  database: Database,
  seat: SeatRow,
  before: SeatRow = seat,
  loadedMembers?: ReadonlyMap<string, MemberRow>,
): string {
  const id = before.member_id
  const member = id === null ? undefined : (loadedMembers?.get(id) ?? members.byIdEvenRemoved(database, id))
  const customer =
    seat.email === null && member === undefined && before.customer_id !== null
      ? customers.byId(database, before.customer_id)
      : undefined
  return seatJson(seat, member, customer?.email ?? null)
}
