'use client'

import type { SeatsError, SeatSubscription } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { claimedSubscriptionsQueryOptions } from './claimedSubscriptionsQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseClaimedSubscriptionsOptions<Data = SeatSubscription[]> = QueryOptionsInput<SeatSubscription[], Data>

/**
 * Reads up to 100 subscriptions on which the signed-in member has claimed a seat. Needs a member's session.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/seats/list-subscriptions
 *
 * @example
 * ```tsx
 * import { useClaimedSubscriptions } from '@seats/react'
 *
 * export function MyProducts() {
 *   const { data } = useClaimedSubscriptions()
 *   return <ul>{data?.map(({ id, product }) => <li key={id}>{product?.name}</li>)}</ul>
 * }
 * ```
 */
export function useClaimedSubscriptions<Data = SeatSubscription[]>(
  options?: UseClaimedSubscriptionsOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  return useQuery(claimedSubscriptionsQueryOptions(client, options), queryClient)
}
