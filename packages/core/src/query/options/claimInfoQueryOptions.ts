import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { pageRetry } from '../../internal/wire/pageRetry.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import { mergeQueryOptions } from './mergeQueryOptions.ts'
import { missing } from '../cache/missing.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { unlessLeft } from './unlessLeft.ts'
import { claimInfoKey, type SeatsKey } from '../cache/seatsKeys.ts'

export interface ClaimInfoQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: { signal: AbortSignal }) => Promise<SeatClaimInfo>
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  enabled?: false
}

/**
 * Returns TanStack's query options for the info of an invitation. The query waits while the token is `null` or
 * `undefined`. `options` are TanStack's own and override these.
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
export function claimInfoQueryOptions<Options extends object = object>(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options?: Options,
): ClaimInfoQueryOptions & Options {
  const own: ClaimInfoQueryOptions = {
    queryKey: claimInfoKey(client.scope, invitationToken),
    queryFn: ({ signal }) => {
      if (invitationToken === null || invitationToken === undefined) throw missing('invitation token')
      return unlessLeft(signal, () => client.getClaimInfo(invitationToken, { signal, ...pageRetry(client) }))
    },
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...((invitationToken === null || invitationToken === undefined) && { enabled: false }),
  }
  return mergeQueryOptions(own, options)
}
