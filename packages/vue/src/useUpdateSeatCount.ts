import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import { updateSeatCountMutationOptions, type SeatCountUpdate } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseUpdateSeatCountOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  SeatSubscription,
  SeatCountUpdate,
  OnMutateResult
>

/**
 * Changes the seat count at the price that the user has confirmed: `mutate({ seats, seen })`. `seen` is the preview
 * that showed this price. After the change, the cached subscription and the roster's numbers are updated without
 * another request. If `error.isAmbiguous` is true, the purchase may still go through, so do not send it again.
 *
 * @param source the subscription, as a value, ref or getter; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { useSeatCountPreview, useUpdateSeatCount } from '@seats/vue'
 *
 * export function useBuy(subscription_id: string, seats: number) {
 *   const { data: seen } = useSeatCountPreview({ subscription_id }, seats)
 *   const { mutate, isPending, error } = useUpdateSeatCount({ subscription_id })
 *   const buy = () => seen.value && mutate({ seats, seen: seen.value })
 *   return { price: seen, buy, isPending, error }
 * }
 * ```
 */
export function useUpdateSeatCount<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseUpdateSeatCountOptions<OnMutateResult>>,
): UseMutationReturnType<SeatSubscription, SeatsError, SeatCountUpdate, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    updateSeatCountMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
