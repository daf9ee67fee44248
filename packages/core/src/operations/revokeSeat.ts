import type { Transport } from '../internal/wire/Transport.ts'
import { callSeat } from '../internal/wire/callSeat.ts'
import type { SeatCallOptions } from '../options/SeatCallOptions.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Never sent twice: a seat's id outlives its occupant, and the second time it could evict the next one.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 */
export const revokeSeat = (transport: Transport, seatId: string, options?: SeatCallOptions): Promise<CustomerSeat> =>
  callSeat(transport, { operation: 'revokeSeat', method: 'DELETE', action: '' }, seatId, options)
