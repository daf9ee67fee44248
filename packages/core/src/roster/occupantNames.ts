import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { IdentifierKind } from './identifierNormalizers.ts'

/**
 * For each identifier of an occupant: reads it from a seat that is not revoked. Unlike `seatOccupant`, makes no object,
 * because a search of a long roster does this for each row.
 */
export const occupantNames: Record<IdentifierKind, (seat: CustomerSeat) => string | null> = {
  email: (seat) => seat.email ?? seat.customer_email ?? seat.member?.email ?? null,
  member_id: (seat) => seat.member_id ?? seat.member?.id ?? null,
  external_member_id: (seat) => seat.member?.external_id ?? null,
}
