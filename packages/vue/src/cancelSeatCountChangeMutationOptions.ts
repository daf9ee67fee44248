import type { SeatsClient, SeatSource, SeatSubscription } from '@seats/core'
import {
  cancelSeatCountChangeMutationOptions as coreOptions,
  type SeatCountCancel,
  type SeatsCache,
} from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that cancels a scheduled change of the seat count. Pass the options to
 * `useMutation`. In a component, `useCancelSeatCountChange` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription; the mutation fails while it is `null` or `undefined`
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { createSeatsClient, cancelSeatCountChangeMutationOptions } from '@seats/vue'
 * import { QueryClient } from '@tanstack/vue-query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * export const options = cancelSeatCountChangeMutationOptions(client, source, new QueryClient())
 * ```
 */
export function cancelSeatCountChangeMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: MutationOptionsInput<SeatSubscription, SeatCountCancel, OnMutateResult>,
): TypedMutationOptions<SeatSubscription, SeatCountCancel, OnMutateResult> {
  return coreOptions(client, source, cache, options)
}
