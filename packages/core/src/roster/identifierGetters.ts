import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { IdentifierKind } from './identifierNormalizers.ts'

/**
 * For each kind of identifier: the function that gets the occupant's identifier from a seat that is not revoked. Unlike
 * `seatOccupant`, it makes no object, because a search of a long roster calls it for each row.
 */
export const identifierGetters: Record<IdentifierKind, (seat: CustomerSeat) => string | null> = {
  email: (seat) => seat.email ?? seat.customer_email ?? seat.member?.email ?? null,
  member_id: (seat) => seat.member_id ?? seat.member?.id ?? null,
  external_member_id: (seat) => seat.member?.external_id ?? null,
}
