import type { Transport } from '../internal/wire/Transport.ts'
import { callSeat } from '../internal/wire/callSeat.ts'
import type { SeatCallOptions } from '../options/SeatCallOptions.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Sends the same link again, with the same expiry. An expired invitation needs a new assignment.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 */
export const resendInvitation = (
  transport: Transport,
  seatId: string,
  options?: SeatCallOptions,
): Promise<CustomerSeat> =>
  callSeat(transport, { operation: 'resendInvitation', method: 'POST', action: '/resend' }, seatId, options)
