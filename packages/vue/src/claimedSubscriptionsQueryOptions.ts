import type { SeatsClient, SeatSubscription } from '@seats/core'
import { claimedSubscriptionsQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads up to 100 subscriptions on which the signed-in member has claimed a seat.
 * Needs a member's session. Pass the options to `useQuery`, `useQueries` or `prefetchQuery`. In a component,
 * `useClaimedSubscriptions` is shorter.
 *
 * @param client the client that sends the request
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/customer-portal/seats/list-subscriptions
 *
 * @example
 * ```ts
 * import { createSeatsClient, claimedSubscriptionsQueryOptions } from '@seats/vue'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * export const options = claimedSubscriptionsQueryOptions(client)
 * ```
 */
export function claimedSubscriptionsQueryOptions<Data = SeatSubscription[]>(
  client: SeatsClient,
  options?: QueryOptionsInput<SeatSubscription[], Data>,
): TypedQueryOptions<SeatSubscription[], Data> {
  return queryOptions(coreOptions(client, options)) as TypedQueryOptions<SeatSubscription[], Data>
}
