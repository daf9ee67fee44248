import type { CustomerSeat, SeatOccupantRef, SeatSource } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { readQuerySource } from '../../http/readSource.ts'
import { invalidUuid } from '../../http/refusals.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withFindings } from '../flow/withFindings.ts'
import type { Upstream } from '../polar/startUpstream.ts'
import { findGrantedSeat } from './findGrantedSeat.ts'

export interface GrantedSeat {
  seat: CustomerSeat
  source: SeatSource
  upstream: Upstream
}

/**
 * Finds the seat that the path names and runs `next` with it, if the user may use the operation on it. The outcome has
 * the seat and its source for the audit.
 *
 * @param occupant The person whom the request names as the occupant.
 */
export async function withGrantedSeat(
  context: RequestContext,
  occupant: SeatOccupantRef | undefined,
  next: (found: GrantedSeat) => Promise<Outcome>,
): Promise<Outcome> {
  const { seatId } = context.route
  if (seatId === undefined) throw invalidUuid(['path', 'seat_id'])
  const namedSource = readQuerySource(context.query)
  return admit(context, null, async ({ grant, upstream }) => {
    const { seat, source } = await findGrantedSeat({ context, upstream, grant, seatId, namedSource, occupant })
    return withFindings({ audit: { seat: pickSeat(seat), source } }, () => next({ seat, source, upstream }))
  })
}
