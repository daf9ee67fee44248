import { pickClaimResponse } from '../../contract/pick.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'

/** Claims the seat of an invitation. The invitation token is the permission. */
export async function claimSeat({ body, upstreamFor, budgets, ipAddress }: RequestContext): Promise<Outcome> {
  // The client rejects a value that is not a string.
  const invitation_token = body.invitation_token as string
  const upstream = upstreamFor(budgets.forIpAddress(ipAddress))
  const answer = await upstream.change((client, options) => client.claimSeat({ invitation_token }, options))
  const claim = pickClaimResponse(answer)
  const { seat } = claim
  return { response: jsonResponse(claim), audit: { seat, seatId: seat.id }, announcement: { seat } }
}
