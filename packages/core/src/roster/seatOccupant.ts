import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/** Who has a seat, as far as a roster tells. */
export interface SeatOccupant {
  email: string | null
  member_id: string | null
  external_member_id: string | null
  name: string | null
}

/**
 * Who has a seat; null for a revoked one, which nobody has.
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
