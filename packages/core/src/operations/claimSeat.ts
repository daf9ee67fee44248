import { call } from '../internal/wire/call.ts'
import type { Transport } from '../internal/wire/Transport.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import { throwIfIssues, textIssues } from '../internal/input/inputIssues.ts'
import { isObject } from '../internal/runtime/is.ts'
import { isCustomerSeatClaimResponse, type CustomerSeatClaimResponse } from '../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaim } from '../schemas/SeatClaim.ts'

/** @see https://polar.sh/docs/api-reference/customer-seats/claim */
export async function claimSeat(
  transport: Transport,
  seatClaim: SeatClaim,
  options?: CallOptions,
): Promise<CustomerSeatClaimResponse> {
  const invitation_token = isObject(seatClaim) ? seatClaim.invitation_token : undefined
  throwIfIssues('claimSeat', textIssues(invitation_token, ['body', 'invitation_token']))
  return call(
    transport,
    {
      operation: 'claimSeat',
      method: 'POST',
      path: '/v1/customer-seats/claim',
      body: { invitation_token },
      safe: false,
      anonymous: true,
      secret: seatClaim.invitation_token,
    },
    isCustomerSeatClaimResponse,
    options,
  )
}
