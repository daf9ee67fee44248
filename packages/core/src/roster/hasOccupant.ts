import { occupantIdentity } from '../internal/wire/occupantIdentity.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import { identifierNormalizers } from './identifierNormalizers.ts'
import { plainId } from './plainId.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Returns whether a seat still has a certain occupant. A seat keeps its id when its occupant changes, so check this
 * before you change a seat that you read a while ago.
 *
 * @param seat The seat as it is now.
 * @param occupant The expected occupant: the seat as you read it, one identifier, or `null` for nobody.
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
  // If a row has another identifier too, its customer id is the purchaser's, which every row has.
  if (meant.kind === 'customer_id') {
    return present.kind === 'customer_id' && plainId(present.value) === plainId(meant.value)
  }
  const name = seatOccupant(seat)?.[meant.kind]
  const keyOf = identifierNormalizers[meant.kind]
  return name ? keyOf(name) === keyOf(meant.value) : false
}
