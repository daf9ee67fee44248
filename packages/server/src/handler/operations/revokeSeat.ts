import { giveSeatBack, hasOccupant, isSeatsError, lostSeat, type CustomerSeat, type SeatsError } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { readOccupant } from '../../http/readOccupant.ts'
import { occupantChanged, occupantRequired, Refusal } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { ReportError } from '../../internal/createErrorReporter.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withGrantedSeat, type GrantedSeat } from './withGrantedSeat.ts'

/**
 * Revokes a seat if the occupant whom the request names has it. Polar cannot check the occupant. So the guard compares
 * the named occupant with the roster or the index before the call, and with Polar's answer after the call. If another
 * person got the seat in between, and lost it by this revoke, the guard gives it back.
 */
export async function revokeSeat(context: RequestContext): Promise<Outcome> {
  const occupant = readOccupant(context.request)
  return withGrantedSeat(context, occupant, async ({ seat: before, source, upstream }) => {
    if (occupant === undefined) throw occupantRequired()
    // A revoked seat is not revoked again, because by then a new occupant could have it.
    if (before.status === 'revoked') return { response: jsonResponse(pickSeat(before)) }
    if (!hasOccupant(before, occupant)) throw occupantChanged(pickSeat(before), 'unchanged')
    const after = await upstream.change((client, options) => client.revokeSeat(before.id, options))
    const lost = lostSeat(before, after)
    const audit = { seat: pickSeat(lost) }
    if (hasOccupant(lost, before))
      return { response: jsonResponse(pickSeat(after)), audit, announcement: { seat: after } }
    const error = await giveBack({ seat: lost, source, upstream }, after, context.report)
    return { error, audit, announcement: { source } }
  })
}

/**
 * Gives a seat back to a person who lost it because of a request that meant another person.
 *
 * @param lost The seat as that person had it.
 * @param after The seat as the revoke left it.
 * @returns The error to answer with: `SeatOccupantChanged`, or `TimeoutError` if the time limit is over. After a
 * `TimeoutError`, the seat may still be given back.
 */
async function giveBack(
  { seat: lost, source, upstream }: GrantedSeat,
  after: CustomerSeat,
  report: ReportError,
): Promise<SeatsError> {
  try {
    const newSeat = await upstream.finish((client) => giveSeatBack(client, { source, seat: lost }))
    return occupantChanged(pickSeat(newSeat ?? after), newSeat ? 'givenBack' : 'mayBeLost')
  } catch (error) {
    if (error instanceof Refusal) return error
    report(error)
    return occupantChanged(pickSeat(after), 'mayBeLost', isSeatsError(error) ? error : undefined)
  }
}
