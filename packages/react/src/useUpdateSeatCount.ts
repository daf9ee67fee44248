'use client'

import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import type { SeatCountUpdate } from '@seats/core/query'
import type { UseMutationResult } from '@tanstack/react-query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'
import { updateSeatCountMutationOptions } from './updateSeatCountMutationOptions.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseUpdateSeatCountOptions<OnMutateResult = unknown> = MutationOptionsInput<
  SeatSubscription,
  SeatCountUpdate,
  OnMutateResult
>

/**
 * Changes the seat count at the price that the user has confirmed: `mutate({ seats, seen })`. `seen` is the preview
 * that showed this price. After the change, the cached subscription and the roster's numbers are updated without
 * another request. If `error.isAmbiguous` is true, the purchase may still go through, so do not send it again.
 *
 * @param source the subscription; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```tsx
 * import { formatMoney } from '@seats/core/messages'
 * import { useSeatCountPreview, useUpdateSeatCount } from '@seats/react'
 *
 * export function Buy({ subscriptionId, seats }: { subscriptionId: string; seats: number }) {
 *   const source = { subscription_id: subscriptionId }
 *   const { data: seen } = useSeatCountPreview(source, seats)
 *   const { mutate, isPending, error } = useUpdateSeatCount(source)
 *   return (
 *     <p>
 *       <button disabled={!seen || isPending} onClick={() => seen && mutate({ seats, seen })}>
 *         Pay {seen && formatMoney(seen.dueNow, seen.currency)}
 *       </button>
 *       {error && <span role="alert">{error.detail}</span>}
 *     </p>
 *   )
 * }
 * ```
 */
export function useUpdateSeatCount<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseUpdateSeatCountOptions<OnMutateResult>,
): UseMutationResult<SeatSubscription, SeatsError, SeatCountUpdate, OnMutateResult> {
  return useSeatsMutation((client, cache) => updateSeatCountMutationOptions(client, source, cache, options))
}
