import type { SeatAccess, SeatsClient, SeatSource } from '@seats/core'
import { seatAccessQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads whether the signed-in user has a seat that gives access. Pass the options
 * to `useQuery`, `useQueries` or `prefetchQuery`. In a component, `useSeatAccess` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, seatAccessQueryOptions } from '@seats/vue'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * export const options = seatAccessQueryOptions(client, source)
 * ```
 */
export function seatAccessQueryOptions<Data = SeatAccess>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: QueryOptionsInput<SeatAccess, Data>,
): TypedQueryOptions<SeatAccess, Data> {
  return queryOptions(coreOptions(client, source, options)) as TypedQueryOptions<SeatAccess, Data>
}
