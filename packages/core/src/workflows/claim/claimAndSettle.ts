import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeatClaimResponse } from '../../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaim } from '../../schemas/SeatClaim.ts'
import { sendAndSettle } from '../seat/sendAndSettle.ts'

/**
 * Claims a seat for a page, once. If the answer is lost, reads the invitation. If the read succeeds, the invitation is
 * unused, so the claim did not happen. A used invitation cannot be read, so the error stays ambiguous: the session of
 * the lost answer cannot be fetched again.
 */
export const claimAndSettle = (client: SeatsClient, seatClaim: SeatClaim): Promise<CustomerSeatClaimResponse> =>
  sendAndSettle(client, {
    send: (options) => client.claimSeat(seatClaim, options),
    read: (options) => client.getClaimInfo(seatClaim.invitation_token, options),
    find: () => undefined,
  })
