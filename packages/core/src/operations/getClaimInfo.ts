import { call, type CallOptions, type Transport } from '../internal/call.ts'
import { refuse, textIssues } from '../internal/inputIssues.ts'
import { isSeatClaimInfo, type SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info */
export async function getClaimInfo(
  transport: Transport,
  invitationToken: string,
  options?: CallOptions,
): Promise<SeatClaimInfo> {
  refuse('getClaimInfo', textIssues(invitationToken, ['path', 'invitation_token']))
  // Dots are no part of a token, and as a path they would lead to another operation.
  const path = `/v1/customer-seats/claim/${encodeURIComponent(invitationToken).replaceAll('.', '%2E')}`
  return call(
    transport,
    { operation: 'getClaimInfo', method: 'GET', path, safe: true, anonymous: true },
    isSeatClaimInfo,
    options,
  )
}
