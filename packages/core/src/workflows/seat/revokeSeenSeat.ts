import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { otherPersonLostSeatError } from './otherPersonLostSeatError.ts'
import { revokeOccupant } from './revokeOccupant.ts'
import { sendAndSettle } from './sendAndSettle.ts'
import { traceOfRevoke } from './traceOfRevoke.ts'
import { startPageRun } from '../run/WorkflowRun.ts'

/**
 * Revokes a seat if it still has the occupant that the page showed. Through `@seats/server` this is one request,
 * because the server compares the occupants. With a token, this function reads the roster first and compares the
 * occupants. If the answer is lost, reads the roster to find out whether the person has lost the seat.
 *
 * @throws SeatsError `SeatOccupantChanged`, with the seat as it is now, if another person has it. If that seat is
 * revoked, another person got it just before the revoke and has lost it. If the error is ambiguous too, that person may
 * have another seat.
 */
export async function revokeSeenSeat(
  client: SeatsClient,
  source: SeatSource,
  seat: CustomerSeat,
): Promise<CustomerSeat> {
  if (internalsOf(client).mode === 'guard') return revokeThroughGuard(client, source, seat)
  const { row, revoked, isGivenBack } = await revokeOccupant(startPageRun(client), source, seat, () => true).catch(
    (error: unknown) => {
      // The error of a workflow has a recipient if that person has lost a seat.
      throw isSeatsError(error) && error.recipient ? otherPersonLostSeatError(error.seat, error) : error
    },
  )
  if (row === undefined) throw notFoundError()
  if (revoked || row.status === 'revoked') return row
  throw occupantChangedError(row, isGivenBack)
}

const revokeThroughGuard = (client: SeatsClient, source: SeatSource, seat: CustomerSeat): Promise<CustomerSeat> =>
  sendAndSettle(client, {
    send: (options) => client.revokeSeat(seat.id, { source, occupant: seat, ...options }),
    read: (options) => client.listSeats(source, options),
    find: ({ seats }) => {
      const row = seats.find(({ id }) => id === seat.id)
      const trace = traceOfRevoke(seat, row)
      if (trace === 'another') throw otherPersonLostSeatError(row)
      return trace === 'none' ? undefined : (row ?? seat)
    },
  })

const notFoundError = () =>
  new SeatsError({ code: 'ResourceNotFound', status: 404, operation: 'revokeSeat', detail: 'Seat not found' })

const occupantChangedError = (seat: CustomerSeat, isGivenBack?: true) =>
  new SeatsError({
    code: 'SeatOccupantChanged',
    operation: 'revokeSeat',
    detail: isGivenBack
      ? 'Somebody else got this seat just before it was revoked. They lost it for a moment, and were seated again.'
      : 'Somebody else has this seat by now. Nothing was changed.',
    seat,
  })
