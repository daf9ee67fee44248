import { isCustomerSeat, type CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatCallOptions } from '../../options/SeatCallOptions.ts'
import { call } from './call.ts'
import type { Transport } from './Transport.ts'
import type { WireCall } from './WireCall.ts'
import { throwIfIssues, sourceIssues, uuidIssues } from '../input/inputIssues.ts'
import { occupantHeader } from './occupantHeader.ts'
import { sourceParameter } from './sourceParameter.ts'

/** Sends a change of one seat. With a token, Polar changes the seat even if its occupant has changed. */
export async function callSeat(
  transport: Transport,
  { operation, method, action }: Pick<WireCall, 'operation' | 'method'> & { action: '' | '/resend' },
  seatId: string,
  { source, occupant, ...options }: SeatCallOptions = {},
): Promise<CustomerSeat> {
  throwIfIssues(operation, [
    ...uuidIssues(seatId, ['path', 'seat_id']),
    ...(source ? sourceIssues(source, 'query') : []),
  ])
  const query = source && transport.mode === 'guard' ? `?${sourceParameter(source)}` : ''
  const path = `${transport.seatsPath}/${encodeURIComponent(seatId)}${action}${query}`
  // The occupant is in a header, because URLs are logged.
  const headers = transport.mode === 'guard' ? occupantHeader(operation, occupant) : {}
  return call(transport, { operation, method, path, headers, safe: false }, isCustomerSeat, options)
}
