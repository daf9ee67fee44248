import { call, type Transport } from '../internal/call.ts'
import { refuse, uuidIssues } from '../internal/inputIssues.ts'
import { sourceQuery } from '../internal/sourceQuery.ts'
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
  const query = source && transport.namesSource ? sourceQuery(source) : ''
  const path = `${transport.seatsPath}/${encodeURIComponent(seatId)}/resend${query}`
  return call(transport, { operation: 'resendInvitation', method: 'POST', path, safe: false }, isCustomerSeat, options)
}
