import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/**
 * Returns the input of the assign that gives a revoked seat back to its last occupant. If that person had accepted the
 * invitation and `immediateClaim` is true, the person gets the seat at once. Otherwise the person is invited.
 *
 * @param seat the seat as it was before the revoke
 */
export function inviteeForLastOccupant(seat: CustomerSeat, immediateClaim: boolean): SeatInvitee {
  const options = {
    ...(seat.seat_metadata && { metadata: seat.seat_metadata }),
    ...(immediateClaim && seat.status === 'claimed' && { immediate_claim: true }),
  }
  const { member_id } = seat
  // If the seat has neither an address nor an id of its occupant, the assign is refused because of the empty address.
  const invitee: SeatInvitee = member_id ? { member_id } : (seatRecipient(seat) ?? { email: '' })
  return { ...invitee, ...options }
}
