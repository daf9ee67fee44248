import { call } from '../internal/wire/call.ts'
import type { Transport } from '../internal/wire/Transport.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import { throwIfIssues, invitationTokenIssues } from '../internal/input/inputIssues.ts'
import { invitationPath } from '../internal/wire/invitationPath.ts'
import { isSeatClaimInfo, type SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info */
export async function getClaimInfo(
  transport: Transport,
  invitationToken: string,
  options?: CallOptions,
): Promise<SeatClaimInfo> {
  throwIfIssues('getClaimInfo', invitationTokenIssues(invitationToken, ['path', 'invitation_token']))
  const path = invitationPath(invitationToken)
  return call(
    transport,
    { operation: 'getClaimInfo', method: 'GET', path, safe: true, anonymous: true, secret: invitationToken },
    isSeatClaimInfo,
    options,
  )
}
