import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeatClaimResponse } from '../../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaim } from '../../schemas/SeatClaim.ts'
import { settledChange } from '../seat/settledChange.ts'

/**
 * Claims a seat for a page, once. After a lost answer the invitation tells whether it is still unused. If it is used, the
 * error stays ambiguous: the session that the answer had cannot be had again.
 */
export const claimSettled = (client: SeatsClient, seatClaim: SeatClaim): Promise<CustomerSeatClaimResponse> =>
  settledChange(client, {
    send: (options) => client.claimSeat(seatClaim, options),
    read: (options) => client.getClaimInfo(seatClaim.invitation_token, options),
    find: () => undefined,
  })
