import type { CustomerSeat } from './CustomerSeat.ts'

/** Who has a seat, by the one identifier that is known of them. */
type NamedOccupant =
  | { member_id: string }
  | { external_member_id: string }
  | { email: string }
  | { customer_id: string }

/** Who has a seat, as `seatOccupant` tells it. */
interface KnownOccupant {
  member_id: string | null
  external_member_id: string | null
  email: string | null
}

/**
 * Whom a change on a seat means: the seat as it was seen, its `seatOccupant`, or one identifier. `null` means a seat
 * that nobody has, such as a revoked one. `customer_id` is for rows that have nothing else.
 */
export type SeatOccupantRef = CustomerSeat | KnownOccupant | NamedOccupant | null
