import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { seatsQueryOptions } from '@seats/core/query'
import {
  replaceEqualDeep,
  useQuery,
  type UseQueryDefinedReturnType,
  type UseQueryReturnType,
} from '@tanstack/vue-query'
import { computed, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import { readSource, resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'

/**
 * Accepts `live`, and TanStack Query's options except the key, its hash and the function. Each option except `shallow`
 * may be a ref.
 */
export type UseSeatsOptions<Data = SeatsList> = MaybeRefQueryOptions<SeatsList, Data> & LiveRosterOption

type WithInitialData = { initialData: MaybeRef<SeatsList> | (() => SeatsList) }

/**
 * Reads the roster of a subscription or order. The user's own changes are shown at once.
 *
 * @param source the subscription or order, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { useSeats } from '@seats/vue'
 * import { defineComponent, h } from 'vue'
 *
 * export const Team = defineComponent({
 *   props: { subscriptionId: { type: String, required: true } },
 *   setup(props) {
 *     const { data, error } = useSeats(() => ({ subscription_id: props.subscriptionId }))
 *     return () =>
 *       error.value
 *         ? h('p', { role: 'alert' }, error.value.detail)
 *         : h('ul', data.value?.seats.map((seat) => h('li', { key: seat.id }, seat.customer_email ?? '')))
 *   },
 * })
 * ```
 */
export function useSeats<Data = SeatsList>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options: MaybeRefOrGetter<UseSeatsOptions<Data> & WithInitialData>,
): UseQueryDefinedReturnType<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options)
  const queryOptions = computed(() =>
    seatsQueryOptions(client.value, readSource(source), resolveQueryOptions(options), replaceEqualDeep),
  )
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
