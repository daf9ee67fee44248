import type { SeatsClient } from '../createSeatsClient.ts'
import { SeatsError } from '../errors/SeatsError.ts'
import { findInternals } from '../internal/internals.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { revokeOccupant } from './revokeOccupant.ts'

/**
 * Revokes a seat from the occupant that was seen and from nobody else. `@seats/server` compares, so that it takes one
 * request; with a token the roster is read first.
 *
 * @throws SeatsError `SeatOccupantChanged` if somebody else has the seat, with the seat as it is now
 */
export async function revokeSeenSeat(
  client: SeatsClient,
  source: SeatSource,
  seat: CustomerSeat,
): Promise<CustomerSeat> {
  if (findInternals(client)?.namesSource) return client.revokeSeat(seat.id, { source, occupant: seat })
  const { row, revoked } = await revokeOccupant(client, source, seat, () => true, undefined)
  if (row === undefined) throw notFound()
  if (revoked || row.status === 'revoked') return row
  throw occupantChanged(row)
}

const notFound = () =>
  new SeatsError({ code: 'ResourceNotFound', status: 404, operation: 'revokeSeat', detail: 'Seat not found' })

const occupantChanged = (seat: CustomerSeat) =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail: 'Somebody else has this seat by now. Nothing was changed.',
    seat,
  })
