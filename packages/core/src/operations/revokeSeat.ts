import { call, type CallOptions, type Transport } from '../internal/call.ts'
import { refuse, uuidIssues } from '../internal/inputIssues.ts'
import { sourceQuery } from '../internal/sourceQuery.ts'
import { isCustomerSeat, type CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/** What a call on one seat takes besides its id. */
export interface SeatCallOptions extends CallOptions {
  /** The source that the seat should be on: saves `@seats/server` looking through the others. */
  source?: SeatSource | null | undefined
}

/**
 * Never sent twice: a seat's id outlives its occupant, and the second time it could evict the next one.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 */
export async function revokeSeat(
  transport: Transport,
  seatId: string,
  { source, ...options }: SeatCallOptions = {},
): Promise<CustomerSeat> {
  refuse('revokeSeat', uuidIssues(seatId, ['path', 'seat_id']))
  const query = source && transport.namesSource ? sourceQuery(source) : ''
  const path = `${transport.seatsPath}/${encodeURIComponent(seatId)}${query}`
  return call(transport, { operation: 'revokeSeat', method: 'DELETE', path, safe: false }, isCustomerSeat, options)
}
