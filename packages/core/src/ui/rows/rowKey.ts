import { addressKey } from '../../roster/addressKey.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/** Returns a key for the row of a person. It stays the same if they are invited again, which can change the seat. */
export function rowKey(seat: CustomerSeat): string {
  const occupant = seatOccupant(seat)
  if (occupant?.email) return addressKey(occupant.email)
  return occupant?.member_id ?? seat.id
}
