import { call } from '../internal/wire/call.ts'
import type { Transport } from '../internal/wire/Transport.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import { assignFields, assignIssues } from '../internal/input/assignIssues.ts'
import { throwIfIssues } from '../internal/input/inputIssues.ts'
import { isCustomerSeat, type CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { PortalSeatAssign, SeatAssign } from '../schemas/SeatAssign.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/assign */
export async function assignSeat(
  transport: Transport,
  seatAssign: SeatAssign | PortalSeatAssign,
  options?: CallOptions,
): Promise<CustomerSeat> {
  throwIfIssues('assignSeat', assignIssues(seatAssign, transport.mode === 'session'))
  // Sends only the fields of the API. JSON leaves out fields that are undefined.
  const body: Record<string, unknown> = {}
  for (const name of assignFields) body[name] = Reflect.get(seatAssign, name)
  return call(
    transport,
    { operation: 'assignSeat', method: 'POST', path: transport.seatsPath, body, safe: false },
    isCustomerSeat,
    options,
  )
}
