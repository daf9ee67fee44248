import type { SeatsError, SeatSubscription } from '@seats/core'
import { claimedSubscriptionsQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash and the function. Each option except `shallow` may be a
 * ref.
 */
export type UseClaimedSubscriptionsOptions<Data = SeatSubscription[]> = MaybeRefQueryOptions<SeatSubscription[], Data>

/**
 * Reads up to 100 subscriptions on which the signed-in member has claimed a seat. Needs a member's session.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/seats/list-subscriptions
 *
 * @example
 * ```ts
 * import { useClaimedSubscriptions } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useMyProducts() {
 *   const { data } = useClaimedSubscriptions()
 *   return computed(() => data.value?.map(({ product }) => product?.name) ?? [])
 * }
 * ```
 */
export function useClaimedSubscriptions<Data = SeatSubscription[]>(
  options?: MaybeRefOrGetter<UseClaimedSubscriptionsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() => claimedSubscriptionsQueryOptions(client.value, resolveQueryOptions(options)))
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
