import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { pageRetry } from '../../internal/wire/pageRetry.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { mergeQueryOptions } from './mergeQueryOptions.ts'
import { missing } from '../cache/missing.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { selectShown } from '../roster/selectShown.ts'
import { readForPage, type QueryContext } from './readForPage.ts'
import { isKnown, seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'

export interface SeatsQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: QueryContext) => Promise<SeatsList>
  staleTime: number
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  /** Never set. It tells TanStack the type of the query's error. */
  throwOnError?: (error: SeatsError) => boolean
  enabled?: false
}

interface SelectOption {
  select?: ((roster: SeatsList) => unknown) | undefined
}

/**
 * Returns TanStack's query options for a roster, for any of its adapters. The query waits while the source is `null` or
 * `undefined`.
 *
 * The cache holds only what the server said. The result's `select` adds the changes that are under way: pass yours in
 * `options`, not over the result.
 *
 * @param client the client that reads the roster
 * @param source the subscription or order
 * @param options TanStack's own options, such as `select` or `enabled`. They override these
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = seatsQueryOptions(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * // For example useQuery(options) or queryClient.prefetchQuery(options)
 * ```
 */
export function seatsQueryOptions(client: SeatsClient, source: SeatSource | null | undefined): SeatsQueryOptions
export function seatsQueryOptions<Options extends object & SelectOption>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options: Options | undefined,
): SeatsQueryOptions & NoInfer<Options>
export function seatsQueryOptions(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: SelectOption,
): SeatsQueryOptions & SelectOption {
  const queryKey = seatsKey(client.scope, source)
  const own: SeatsQueryOptions = {
    queryKey,
    queryFn: (context) => {
      if (!isKnown(source)) throw missing('source')
      const { signal } = context
      return readForPage(context, client.scope, () => client.listSeats(source, { signal, ...pageRetry(client) }))
    },
    staleTime: 30_000,
    // The client retries by itself. Two layers of retries would multiply the requests.
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...(!isKnown(source) && { enabled: false }),
  }
  return { ...mergeQueryOptions(own, options), select: selectShown(options?.select) }
}
