import { addressKey } from '../../roster/addressKey.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * Returns a key for the row of a person. If the person is invited again, the seat can be another one, but the key stays
 * the same. For an occupant with neither an address nor a member id, the key is the id of the seat.
 */
export function rowKey(seat: CustomerSeat): string {
  const occupant = seatOccupant(seat)
  if (occupant?.email) return addressKey(occupant.email)
  return occupant?.member_id ?? seat.id
}
