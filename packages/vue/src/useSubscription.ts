import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import { subscriptionQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import { readSource, resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts `live`, and TanStack Query's options except the key, its hash and the function. Each option except `shallow`
 * may be a ref.
 */
export type UseSubscriptionOptions<Data = SeatSubscription> = MaybeRefQueryOptions<SeatSubscription, Data> &
  LiveRosterOption

/**
 * Reads the parts of a subscription that are about seats: count, prices, period and a scheduled change. For an order,
 * nothing is sent and the result has an error, because an order has no seat count.
 *
 * @param source the subscription or order, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/get
 *
 * @example
 * ```ts
 * import { useSubscription } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function usePlan(subscription_id: string) {
 *   const { data, error } = useSubscription({ subscription_id })
 *   return { seats: computed(() => data.value?.seats), error }
 * }
 * ```
 */
export function useSubscription<Data = SeatSubscription>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSubscriptionOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options)
  const queryOptions = computed(() =>
    subscriptionQueryOptions(client.value, readSource(source), resolveQueryOptions(options)),
  )
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
