'use client'

import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import type { SeatCountCancel } from '@seats/core/query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'
import { cancelSeatCountChangeMutationOptions } from './cancelSeatCountChangeMutationOptions.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseCancelSeatCountChangeOptions<OnMutateResult = unknown> = MutationOptionsInput<
  SeatSubscription,
  SeatCountCancel,
  OnMutateResult
>

/**
 * Cancels a change of the seat count that is scheduled for the end of the period: `mutate({ seen: subscription })`. If
 * the subscription is no longer as the user has seen it, the call fails and changes nothing. If a change of the product
 * is scheduled too, that change stays scheduled.
 *
 * @param source the subscription; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```tsx
 * import { useCancelSeatCountChange, useSubscription } from '@seats/react'
 *
 * export function KeepSeats({ subscriptionId }: { subscriptionId: string }) {
 *   const source = { subscription_id: subscriptionId }
 *   const { data: seen } = useSubscription(source)
 *   const { mutate, isPending } = useCancelSeatCountChange(source)
 *   return (
 *     <button disabled={isPending} onClick={() => mutate({ seen })}>
 *       Keep my seats
 *     </button>
 *   )
 * }
 * ```
 */
export function useCancelSeatCountChange<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseCancelSeatCountChangeOptions<OnMutateResult>,
): UseMutationResult<SeatSubscription, SeatsError, SeatCountCancel, OnMutateResult> {
  return useSeatsMutation((client, cache) => cancelSeatCountChangeMutationOptions(client, source, cache, options))
}
