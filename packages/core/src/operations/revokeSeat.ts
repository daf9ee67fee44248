import type { Transport } from '../internal/wire/Transport.ts'
import { callSeat } from '../internal/wire/callSeat.ts'
import type { SeatCallOptions } from '../options/SeatCallOptions.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Revokes a seat. After a failure that may have revoked the seat, the call is not sent again, because the seat could
 * have another occupant by then.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 */
export const revokeSeat = (transport: Transport, seatId: string, options?: SeatCallOptions): Promise<CustomerSeat> =>
  callSeat(transport, { operation: 'revokeSeat', method: 'DELETE', action: '' }, seatId, options)
