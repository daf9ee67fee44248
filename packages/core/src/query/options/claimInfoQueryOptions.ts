import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { pageRetry } from '../../internal/wire/pageRetry.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatClaimInfo } from '../../schemas/SeatClaimInfo.ts'
import { mergeQueryOptions } from './mergeQueryOptions.ts'
import { missing } from '../cache/missing.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { readForPage, type QueryContext } from './readForPage.ts'
import { claimInfoKey, type SeatsKey } from '../cache/seatsKeys.ts'

export interface ClaimInfoQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: QueryContext) => Promise<SeatClaimInfo>
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  /** Never set. It tells TanStack the type of the query's error. */
  throwOnError?: (error: SeatsError) => boolean
  enabled?: false
}

interface SelectOption {
  select?: ((info: SeatClaimInfo) => unknown) | undefined
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
export function claimInfoQueryOptions(
  client: SeatsClient,
  invitationToken: string | null | undefined,
): ClaimInfoQueryOptions
export function claimInfoQueryOptions<Options extends object & SelectOption>(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options: Options | undefined,
): ClaimInfoQueryOptions & NoInfer<Options>
export function claimInfoQueryOptions(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options?: SelectOption,
): ClaimInfoQueryOptions {
  const own: ClaimInfoQueryOptions = {
    queryKey: claimInfoKey(client.scope, invitationToken),
    queryFn: (context) => {
      if (invitationToken === null || invitationToken === undefined) throw missing('invitation token')
      const { signal } = context
      const read = () => client.getClaimInfo(invitationToken, { signal, ...pageRetry(client) })
      return readForPage(context, client.scope, read)
    },
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...((invitationToken === null || invitationToken === undefined) && { enabled: false }),
  }
  return mergeQueryOptions(own, options)
}
