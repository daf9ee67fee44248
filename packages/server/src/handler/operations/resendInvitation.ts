import { hasOccupant } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { readOccupant } from '../../http/readOccupant.ts'
import { occupantChanged } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { withGrantedSeat } from './withGrantedSeat.ts'

/**
 * Sends an invitation again. If the request names an occupant and another person has the seat, refuses with 409 and
 * sends no mail.
 */
export async function resendInvitation(context: RequestContext): Promise<Outcome> {
  const occupant = readOccupant(context.request)
  return withGrantedSeat(context, occupant, async ({ seat: before, upstream }) => {
    const hasOtherOccupant = occupant !== undefined && before.status !== 'revoked' && !hasOccupant(before, occupant)
    if (hasOtherOccupant) throw occupantChanged(pickSeat(before), 'unchanged')
    const seat = await upstream.change((client, options) => client.resendInvitation(before.id, options))
    return { response: jsonResponse(pickSeat(seat)), announcement: { seat } }
  })
}
