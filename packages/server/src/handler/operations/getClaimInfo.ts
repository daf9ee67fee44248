import { pickClaimInfo } from '../../contract/pick.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { requireInvitationToken } from './requireInvitationToken.ts'

/** Gets the details of an invitation. The invitation token is the permission. */
export async function getClaimInfo({ route, upstreamFor, budgets, ipAddress }: RequestContext): Promise<Outcome> {
  const invitationToken = requireInvitationToken(route)
  const upstream = upstreamFor(budgets.forIpAddress(ipAddress))
  const info = await upstream.read((client, options) => client.getClaimInfo(invitationToken, options))
  return { response: jsonResponse(pickClaimInfo(info)) }
}
