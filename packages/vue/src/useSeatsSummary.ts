import type { RosterSummary, SeatsError, SeatSource } from '@seats/core'
import { selectSummary } from '@seats/core/query'
import type { UseQueryReturnType } from '@tanstack/vue-query'
import { toValue, unref, type MaybeRef, type MaybeRefOrGetter } from 'vue'
import { useSeats, type UseSeatsOptions } from './useSeats.ts'
import { useSeatsClient } from './useSeatsClient.ts'

/** Accepts the options of `useSeats`. `select` receives the summary. */
export type UseSeatsSummaryOptions<Data = RosterSummary> = Omit<UseSeatsOptions<Data>, 'select'> & {
  select?: MaybeRef<(summary: RosterSummary) => Data>
}

/**
 * Counts the seats of a roster: total, available, used, claimed, pending, expired and those that nobody has. The
 * server's time decides whether an invitation has expired. Shares its request with `useSeats`.
 *
 * @param source the subscription or order, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, and `live`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
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
