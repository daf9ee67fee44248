import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/**
 * Returns the invitee that gives a revoked seat back to its last occupant. The person gets it at once if they had
 * accepted their invitation and `claimAtOnce` is true; otherwise they are invited.
 *
 * @param seat the seat as it was before the revoke
 */
export function inviteeForLastOccupant(seat: CustomerSeat, claimAtOnce: boolean): SeatInvitee {
  const occupant = seatOccupant(seat)
  const options = {
    ...(seat.seat_metadata && { metadata: seat.seat_metadata }),
    ...(claimAtOnce && seat.status === 'claimed' && { immediate_claim: true }),
  }
  return occupant?.member_id
    ? { member_id: occupant.member_id, ...options }
    : { email: occupant?.email ?? '', ...options }
}
