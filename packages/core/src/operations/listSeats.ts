import { call } from '../internal/wire/call.ts'
import type { Transport } from '../internal/wire/Transport.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import { throwIfIssues, sourceIssues } from '../internal/input/inputIssues.ts'
import { sourceParameter } from '../internal/wire/sourceParameter.ts'
import { isSeatsList, type SeatsList } from '../schemas/SeatsList.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/list */
export async function listSeats(transport: Transport, source: SeatSource, options?: CallOptions): Promise<SeatsList> {
  throwIfIssues('listSeats', sourceIssues(source, 'query'))
  const path = `${transport.seatsPath}?${sourceParameter(source)}`
  return call(transport, { operation: 'listSeats', method: 'GET', path, safe: true }, isSeatsList, options)
}
