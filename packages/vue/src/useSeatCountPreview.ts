import type { SeatCountPreview, SeatsError, SeatSource } from '@seats/core'
import { seatCountPreviewQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { readSource, resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash and the function. Each option except `shallow` may be a
 * ref.
 */
export type UseSeatCountPreviewOptions<Data = SeatCountPreview> = MaybeRefQueryOptions<SeatCountPreview, Data>

/**
 * Reads what a change to another seat count would cost. The amounts `dueNow` and `onNextInvoice` are upper limits. Pass
 * the count when the user has chosen it, not at each key press, because each price needs several requests to Polar.
 * While the user types, use `seatPrice`, which sends no request.
 *
 * @param source the subscription, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param seats the new total number of seats, as a value, ref or getter; the query waits while it is `null` or
 * `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { useSeatCountPreview } from '@seats/vue'
 * import type { Ref } from 'vue'
 *
 * export function usePrice(subscription_id: string, chosen: Ref<number | null>) {
 *   const { data, error } = useSeatCountPreview({ subscription_id }, chosen)
 *   return { price: data, error }
 * }
 * ```
 */
export function useSeatCountPreview<Data = SeatCountPreview>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  seats: MaybeRefOrGetter<number | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatCountPreviewOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() =>
    seatCountPreviewQueryOptions(client.value, readSource(source), toValue(seats), resolveQueryOptions(options)),
  )
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
