import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/**
 * Returns the invitee that gives a revoked seat back to its last occupant. The person gets it at once if they had
 * accepted their invitation and `immediateClaim` is true; otherwise they are invited.
 *
 * @param seat the seat as it was before the revoke
 */
export function inviteeForLastOccupant(seat: CustomerSeat, immediateClaim: boolean): SeatInvitee {
  const options = {
    ...(seat.seat_metadata && { metadata: seat.seat_metadata }),
    ...(immediateClaim && seat.status === 'claimed' && { immediate_claim: true }),
  }
  const { member_id } = seat
  // If the seat names nobody, the assign is refused with a message about the missing person.
  const invitee: SeatInvitee = member_id ? { member_id } : (seatRecipient(seat) ?? { email: '' })
  return { ...invitee, ...options }
}
