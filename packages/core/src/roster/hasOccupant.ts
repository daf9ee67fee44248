import { occupantIdentity } from '../internal/wire/occupantIdentity.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import { occupantNames } from './occupantNames.ts'
import { plainId } from './plainId.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns whether a seat's occupant is the one that is meant. A seat's id outlives its occupant: ask before you do
 * something to a seat that was seen a while ago.
 *
 * @param seat The seat as it is now.
 * @param occupant Who is meant: the seat as it was seen, one identifier, or `null` for nobody.
 *
 * @example
 * ```ts
 * import { hasOccupant, type CustomerSeat, type SeatsList } from '@seats/core'
 *
 * const isUnchanged = (roster: SeatsList, seen: CustomerSeat) =>
 *   roster.seats.some((seat) => seat.id === seen.id && hasOccupant(seat, seen))
 * ```
 */
export function hasOccupant(seat: CustomerSeat, occupant: SeatOccupantRef): boolean {
  const meant = occupantIdentity(occupant)
  const present = occupantIdentity(seat)
  if (meant === null || present === null) return meant === present
  // Beside another identifier the customer is the purchaser, whose id every row has.
  if (meant.kind === 'customer_id') {
    return present.kind === 'customer_id' && plainId(present.value) === plainId(meant.value)
  }
  const name = seatOccupant(seat)?.[meant.kind]
  const keyOf = occupantNames[meant.kind]
  return name ? keyOf(name) === keyOf(meant.value) : false
}
