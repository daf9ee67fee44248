import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import { identifierGetters } from './identifierGetters.ts'

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
export const seatOccupant = (seat: CustomerSeat): SeatOccupant | null =>
  seat.status === 'revoked'
    ? null
    : {
        email: identifierGetters.email(seat),
        member_id: identifierGetters.member_id(seat),
        external_member_id: identifierGetters.external_member_id(seat),
        name: seat.member?.name ?? null,
      }
