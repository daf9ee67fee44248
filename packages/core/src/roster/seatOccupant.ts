import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/** The person who has a seat. A field is null if the roster does not show it. */
export interface SeatOccupant {
  email: string | null
  member_id: string | null
  external_member_id: string | null
  name: string | null
}

/**
 * Returns the person who has a seat, or null for a revoked seat.
 *
 * @example
 * ```ts
 * import { seatOccupant, type CustomerSeat } from '@seats/core'
 *
 * const label = (seat: CustomerSeat) => seatOccupant(seat)?.name ?? seatOccupant(seat)?.email ?? 'Free'
 * ```
 */
export function seatOccupant(seat: CustomerSeat): SeatOccupant | null {
  if (seat.status === 'revoked') return null
  return {
    email: seat.email ?? seat.customer_email ?? seat.member?.email ?? null,
    member_id: seat.member_id ?? seat.member?.id ?? null,
    external_member_id: seat.member?.external_id ?? null,
    name: seat.member?.name ?? null,
  }
}
