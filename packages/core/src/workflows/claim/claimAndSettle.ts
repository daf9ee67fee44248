import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeatClaimResponse } from '../../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaim } from '../../schemas/SeatClaim.ts'
import { sendAndSettle } from '../seat/sendAndSettle.ts'

/**
 * Claims a seat for a page, once. If the answer is lost, reads the invitation. If it is unused, the claim did not happen.
 * If it is used, the error stays ambiguous: the session of the lost answer cannot be fetched again.
 */
export const claimAndSettle = (client: SeatsClient, seatClaim: SeatClaim): Promise<CustomerSeatClaimResponse> =>
  sendAndSettle(client, {
    send: (options) => client.claimSeat(seatClaim, options),
    read: (options) => client.getClaimInfo(seatClaim.invitation_token, options),
    find: () => undefined,
  })
