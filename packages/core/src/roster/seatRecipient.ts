import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../schemas/SeatInvitee.ts'

/** Returns the input for assigning a seat to the same person again, or undefined if the seat does not name anybody. */
export function seatRecipient(seat: CustomerSeat): SeatInvitee | undefined {
  const metadata = seat.seat_metadata === null ? {} : { metadata: seat.seat_metadata }
  const email = seat.email ?? seat.customer_email ?? seat.member?.email
  if (email) return { email, ...metadata }
  const member_id = seat.member_id ?? seat.member?.id
  if (member_id) return { member_id, ...metadata }
  return seat.customer_id === null ? undefined : { customer_id: seat.customer_id, ...metadata }
}
