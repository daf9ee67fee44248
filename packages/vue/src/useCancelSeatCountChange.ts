import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import { cancelSeatCountChangeMutationOptions, type SeatCountCancel } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseCancelSeatCountChangeOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  SeatSubscription,
  SeatCountCancel,
  OnMutateResult
>

/**
 * Cancels a change of the seat count that is scheduled for the end of the period: `mutate({ seen: subscription })`. If
 * the subscription is no longer as the user has seen it, the call fails and changes nothing. If a change of the product
 * is scheduled too, that change stays scheduled.
 *
 * @param source the subscription, as a value, ref or getter; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { useCancelSeatCountChange, useSubscription } from '@seats/vue'
 *
 * export function useKeepSeats(subscription_id: string) {
 *   const { data: seen } = useSubscription({ subscription_id })
 *   const { mutate, isPending, error } = useCancelSeatCountChange({ subscription_id })
 *   return { keep: () => mutate({ seen: seen.value }), isPending, error }
 * }
 * ```
 */
export function useCancelSeatCountChange<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseCancelSeatCountChangeOptions<OnMutateResult>>,
): UseMutationReturnType<SeatSubscription, SeatsError, SeatCountCancel, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    cancelSeatCountChangeMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
