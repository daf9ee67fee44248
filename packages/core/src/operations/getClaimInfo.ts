import { call, type CallOptions, type Transport } from '../internal/call.ts'
import { refuse, invitationTokenIssues } from '../internal/inputIssues.ts'
import { invitationPath } from '../internal/invitationPath.ts'
import { isSeatClaimInfo, type SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info */
export async function getClaimInfo(
  transport: Transport,
  invitationToken: string,
  options?: CallOptions,
): Promise<SeatClaimInfo> {
  refuse('getClaimInfo', invitationTokenIssues(invitationToken, ['path', 'invitation_token']))
  const path = invitationPath(invitationToken)
  return call(
    transport,
    { operation: 'getClaimInfo', method: 'GET', path, safe: true, anonymous: true, secret: invitationToken },
    isSeatClaimInfo,
    options,
  )
}
