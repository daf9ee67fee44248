import { call, type Transport } from '../internal/call.ts'
import { refuse, uuidIssues } from '../internal/inputIssues.ts'
import { sourceParams } from '../internal/sourceParams.ts'
import { isCustomerSeat, type CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatCallOptions } from './revokeSeat.ts'

/**
 * Sends the same link again and does not extend its expiry: an expired invitation needs a new assignment.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 */
export async function resendInvitation(
  transport: Transport,
  seatId: string,
  { source, ...options }: SeatCallOptions = {},
): Promise<CustomerSeat> {
  refuse('resendInvitation', uuidIssues(seatId, ['path', 'seat_id']))
  const path = `${transport.seatsPath}/${encodeURIComponent(seatId)}/resend`
  const query = source && transport.namesSource ? sourceParams(source) : undefined
  return call(
    transport,
    { operation: 'resendInvitation', method: 'POST', path, query, safe: false },
    isCustomerSeat,
    options,
  )
}
