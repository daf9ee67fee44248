import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { seatsQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryDefinedReturnType, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type OwnQueryOptions } from './internal/queryOptions.ts'
import { readSource } from './internal/readSource.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this query. Each may be a ref. */
export type UseSeatsOptions<Data = SeatsList> = OwnQueryOptions<SeatsList, Data> & LiveRosterOption

export interface LiveRosterOption {
  /**
   * Follows `@seats/server`'s events: what others change shows at once. Where there are none, the roster is read again
   * while an invitation is pending. Default `false`.
   */
  live?: MaybeRef<boolean>
}

type Initial = { initialData: MaybeRef<SeatsList> | (() => SeatsList) }

/**
 * A source's roster. With `null` or `undefined` for a source it waits.
 *
 * @param source the subscription or order whose seats these are: a value, a ref or a getter
 * @param options TanStack Query's own (`select`, `enabled`, `staleTime` …), and `live`
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
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
  options: MaybeRefOrGetter<UseSeatsOptions<Data> & Initial>,
): UseQueryDefinedReturnType<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useSetUp()
  useLiveRoster(source, options)
  const queryOptions = computed(() => seatsQueryOptions(client.value, readSource(source), resolveQueryOptions(options)))
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
