import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { pageRetry } from '../../internal/wire/pageRetry.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { mergeQueryOptions } from './mergeQueryOptions.ts'
import { missing } from '../cache/missing.ts'
import { refetchAfterRateLimit } from './refetchAfterRateLimit.ts'
import { rosterCache } from '../roster/rosterCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { unlessLeft } from './unlessLeft.ts'
import { isKnown, seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'

/** The argument that TanStack Query passes to a query function. `client` is its QueryClient. */
export interface QueryContext {
  signal: AbortSignal
  client?: Omit<SeatsCache, 'cancelQueries'>
}

export interface SeatsQueryOptions {
  queryKey: SeatsKey
  queryFn: (context: QueryContext) => Promise<SeatsList>
  staleTime: number
  retry: false
  refetchInterval: (query: { state: { error: unknown } }) => number | false
  enabled?: false
}

/**
 * Returns TanStack's query options for a roster, for any of its adapters. The query waits while the source is `null` or
 * `undefined`. `options` are TanStack's own (`select`, `enabled` …) and override these. The cache holds only what the
 * server said; `select` adds the changes that are under way.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = seatsQueryOptions(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * // useQuery(options), queryClient.prefetchQuery(options) …
 * ```
 */
export function seatsQueryOptions<Options extends object = object>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: Options,
): SeatsQueryOptions & Options {
  const queryKey = seatsKey(client.scope, source)
  const own: SeatsQueryOptions = {
    queryKey,
    queryFn: ({ signal, client: cache }) => {
      if (!isKnown(source)) throw missing('source')
      const list = () => unlessLeft(signal, () => client.listSeats(source, { signal, ...pageRetry(client) }))
      return cache ? rosterCache(cache, client.scope, source).read(list) : list()
    },
    staleTime: 30_000,
    // The client retries by itself. Two layers of retries would multiply the requests.
    retry: false,
    refetchInterval: refetchAfterRateLimit,
    ...(!isKnown(source) && { enabled: false }),
  }
  return mergeQueryOptions(own, options)
}
