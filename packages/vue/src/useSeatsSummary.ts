import type { RosterSummary, SeatsError, SeatSource } from '@seats/core'
import { selectSummary } from '@seats/core/query'
import type { UseQueryReturnType } from '@tanstack/vue-query'
import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import { useSeats, type UseSeatsOptions } from './useSeats.ts'
import { useSeatsClient } from './useSeatsClient.ts'

/** TanStack's own, but for what makes it this query; `select` gets the summary. Each may be a ref. */
export type UseSeatsSummaryOptions<Data = RosterSummary> = Omit<UseSeatsOptions<Data>, 'select'> & {
  select?: MaybeRef<(summary: RosterSummary) => Data>
}

/**
 * A source's roster in numbers: how many seats there are, how many are used, pending, expired. An invitation counts
 * as expired if it is by the server's time. It is the roster of `useSeats`, and makes no request of its own.
 *
 * @param source the subscription or order whose seats these are: a value, a ref or a getter
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { useSeatsSummary } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useMeter(subscription_id: string) {
 *   const { data } = useSeatsSummary({ subscription_id })
 *   return computed(() => `${data.value?.used ?? 0} of ${data.value?.total ?? 0} seats used`)
 * }
 * ```
 */
export function useSeatsSummary<Data = RosterSummary>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatsSummaryOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const client = useSeatsClient()
  return useSeats<Data>(source, () => {
    const current = toValue(options)
    return { ...current, select: selectSummary(client.value, unref(current?.select)) }
  })
}
