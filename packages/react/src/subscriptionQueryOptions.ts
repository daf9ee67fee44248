import type { SeatsClient, SeatSource, SeatSubscription } from '@seats/core'
import { subscriptionQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads the parts of a subscription that are about seats. Pass them
 * to `useQuery`, `useQueries` or `prefetchQuery`. In a component, `useSubscription` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/subscriptions/get
 *
 * @example
 * ```ts
 * import { createSeatsClient, subscriptionQueryOptions } from '@seats/react'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * export const options = subscriptionQueryOptions(client, source)
 * ```
 */
export function subscriptionQueryOptions<Data = SeatSubscription>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: QueryOptionsInput<SeatSubscription, Data>,
): TypedQueryOptions<SeatSubscription, Data> {
  return queryOptions(coreOptions(client, source, options)) as TypedQueryOptions<SeatSubscription, Data>
}
