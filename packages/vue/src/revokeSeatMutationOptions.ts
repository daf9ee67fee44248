import type { CustomerSeat, SeatsClient, SeatSource } from '@seats/core'
import { revokeSeatMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that revokes a seat. Pass the options to `useMutation`. The roster shows the seat
 * as free at once. In a component, `useRevokeSeat` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```ts
 * import { revokeSeatMutationOptions, useSeatsClient } from '@seats/vue'
 * import { useMutation, useQueryClient } from '@tanstack/vue-query'
 *
 * export function useRevokeSeatWithToast(subscription_id: string) {
 *   const client = useSeatsClient()
 *   const queryClient = useQueryClient()
 *   const options = { onSuccess: () => alert('Done') }
 *   return useMutation(() => revokeSeatMutationOptions(client.value, { subscription_id }, queryClient, options))
 * }
 * ```
 */
export function revokeSeatMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: MutationOptionsInput<CustomerSeat, CustomerSeat, OnMutateResult>,
): TypedMutationOptions<CustomerSeat, CustomerSeat, OnMutateResult> {
  return coreOptions(client, source, cache, options)
}
