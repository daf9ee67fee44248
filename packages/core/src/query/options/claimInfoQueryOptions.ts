import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import { missingError } from '../cache/missingError.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'
import { claimInfoKey } from '../cache/seatsKeys.ts'

export type ClaimInfoQueryOptions = ReadQueryOptions<SeatClaimInfo>

/**
 * Returns TanStack's query options for an invitation's info. The query waits while the token is `null` or `undefined`.
 * `options` are further options of TanStack Query. They cannot replace the key or the function.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { claimInfoQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = claimInfoQueryOptions(client, new URL('https://app.test/claim?token=abc').searchParams.get('token'))
 * ```
 */
export function claimInfoQueryOptions(
  client: SeatsClient,
  invitationToken: string | null | undefined,
): ClaimInfoQueryOptions
export function claimInfoQueryOptions<Options extends object & SelectOption<SeatClaimInfo>>(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options: Options | undefined,
): ClaimInfoQueryOptions & NoInfer<Options>
export function claimInfoQueryOptions(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options?: object,
): ClaimInfoQueryOptions {
  const isReady = invitationToken !== null && invitationToken !== undefined
  const read = (signal: AbortSignal) => {
    if (!isReady) throw missingError('invitation token')
    return client.getClaimInfo(invitationToken, { signal, ...retryWhilePageWaits(client) })
  }
  const queryKey = claimInfoKey(client.scope, invitationToken)
  return createQueryOptions({ queryKey, read, isReady }, options)
}
