import { seatOccupant, type CustomerSeat, type SeatInvitee } from '@seats/core'

/** What gives a revoked seat back to who had it: at once where they had accepted and it is allowed, else by invitation. */
export function seatAgain(seat: CustomerSeat, claimAtOnce: boolean): SeatInvitee {
  const occupant = seatOccupant(seat)
  const how = {
    ...(seat.seat_metadata && { metadata: seat.seat_metadata }),
    ...(claimAtOnce && seat.status === 'claimed' && { immediate_claim: true }),
  }
  return occupant?.member_id ? { member_id: occupant.member_id, ...how } : { email: occupant?.email ?? '', ...how }
}
