import type { CustomerSeatClaimResponse, SeatClaim, SeatsClient } from '@seats/core'
import { claimSeatMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that claims a seat. Pass the options to `useMutation`. After the claim, the
 * cached roster of the seat's source shows the seat as claimed. In a component, `useClaimSeat` is shorter.
 *
 * @param client the client that sends the request
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { claimSeatMutationOptions, useSeatsClient } from '@seats/vue'
 * import { useMutation, useQueryClient } from '@tanstack/vue-query'
 *
 * export function useClaimSeatWithToast() {
 *   const client = useSeatsClient()
 *   const queryClient = useQueryClient()
 *   const options = { onSuccess: () => alert('Done') }
 *   return useMutation(() => claimSeatMutationOptions(client.value, queryClient, options))
 * }
 * ```
 */
export function claimSeatMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  cache: SeatsCache,
  options?: MutationOptionsInput<CustomerSeatClaimResponse, SeatClaim, OnMutateResult>,
): TypedMutationOptions<CustomerSeatClaimResponse, SeatClaim, OnMutateResult> {
  return coreOptions(client, cache, options)
}
