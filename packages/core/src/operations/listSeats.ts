import { call, type CallOptions, type Transport } from '../internal/call.ts'
import { refuse, sourceIssues } from '../internal/inputIssues.ts'
import { sourceQuery } from '../internal/sourceQuery.ts'
import { isSeatsList, type SeatsList } from '../schemas/SeatsList.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/list */
export async function listSeats(transport: Transport, source: SeatSource, options?: CallOptions): Promise<SeatsList> {
  refuse('listSeats', sourceIssues(source, 'query'))
  const path = `${transport.seatsPath}${sourceQuery(source)}`
  return call(transport, { operation: 'listSeats', method: 'GET', path, safe: true }, isSeatsList, options)
}
