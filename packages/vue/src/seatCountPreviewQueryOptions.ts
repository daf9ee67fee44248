import type { SeatCountPreview, SeatsClient, SeatSource } from '@seats/core'
import { seatCountPreviewQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads what a change to another seat count would cost. Pass the options to
 * `useQuery`, `useQueries` or `prefetchQuery`. In a component, `useSeatCountPreview` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription; the query waits while it is `null` or `undefined`
 * @param seats the new total number of seats; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { createSeatsClient, seatCountPreviewQueryOptions } from '@seats/vue'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * export const options = seatCountPreviewQueryOptions(client, source, 12)
 * ```
 */
export function seatCountPreviewQueryOptions<Data = SeatCountPreview>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
  options?: QueryOptionsInput<SeatCountPreview, Data>,
): TypedQueryOptions<SeatCountPreview, Data> {
  return queryOptions(coreOptions(client, source, seats, options)) as TypedQueryOptions<SeatCountPreview, Data>
}
