import type { CustomerSeat } from './CustomerSeat.ts'

/** An occupant named by one identifier. */
type NamedOccupant =
  | { member_id: string }
  | { external_member_id: string }
  | { email: string }
  | { customer_id: string }

/** An occupant in the form that `seatOccupant` returns. */
interface KnownOccupant {
  member_id: string | null
  external_member_id: string | null
  email: string | null
}

/**
 * Identifies the person whose seat should be changed: the seat as the page has shown it, the result of `seatOccupant`,
 * or one identifier. `null` means a seat that nobody has, such as a revoked seat. Use `customer_id` only for a row that
 * has no other identifier.
 */
export type SeatOccupantRef = CustomerSeat | KnownOccupant | NamedOccupant | null
