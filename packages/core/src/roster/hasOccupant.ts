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
  const expected = occupantIdentity(occupant)
  const actual = occupantIdentity(seat)
  if (expected === null || actual === null) return expected === actual
  // If a row has another identifier, its customer id may be that of the paying customer, and not of the occupant.
  if (expected.kind === 'customer_id') {
    return actual.kind === 'customer_id' && plainId(actual.value) === plainId(expected.value)
  }
  const identifier = seatOccupant(seat)?.[expected.kind]
  const normalize = identifierNormalizers[expected.kind]
  return identifier ? normalize(identifier) === normalize(expected.value) : false
}
