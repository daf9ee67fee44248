import { isCustomerSeat, type CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { call, type Call, type CallOptions, type Transport } from './call.ts'
import { refuse, uuidIssues } from './inputIssues.ts'
import { occupantHeader } from './occupantHeader.ts'
import { sourceQuery } from './sourceQuery.ts'

/** What a call on one seat takes besides its id. */
export interface SeatCallOptions extends CallOptions {
  /** The source that the seat should be on: saves `@seats/server` looking through the others. */
  source?: SeatSource | null | undefined
  /**
   * Who is meant: the seat as it was seen, one identifier, or `null` for nobody. `@seats/server` compares it, and demands
   * it of a revoke. Polar itself knows no such condition: with a token, `ensureRevoked` and the hooks read and compare.
   */
  occupant?: SeatOccupantRef | undefined
}

/** Changes the seat of this id, whoever has it by then. */
export async function callSeat(
  transport: Transport,
  { operation, method, action }: Pick<Call, 'operation' | 'method'> & { action: '' | '/resend' },
  seatId: string,
  { source, occupant, ...options }: SeatCallOptions = {},
): Promise<CustomerSeat> {
  refuse(operation, uuidIssues(seatId, ['path', 'seat_id']))
  const query = source && transport.namesSource ? sourceQuery(source) : ''
  const path = `${transport.seatsPath}/${encodeURIComponent(seatId)}${action}${query}`
  // In a header, since URLs are logged.
  const headers = transport.namesSource ? occupantHeader(operation, occupant) : {}
  return call(transport, { operation, method, path, headers, safe: false }, isCustomerSeat, options)
}
