import type { CustomerSeat, SeatsClient, SeatSource } from '@seats/core'
import { reinviteSeatMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that replaces an invitation. Pass the options to `useMutation`. The seat is
 * revoked and assigned to the same person again. In a component, `useReinviteSeat` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { reinviteSeatMutationOptions, useSeatsClient } from '@seats/react'
 * import { useMutation, useQueryClient } from '@tanstack/react-query'
 *
 * export function useReinviteSeatWithToast(subscription_id: string) {
 *   const client = useSeatsClient()
 *   const queryClient = useQueryClient()
 *   const options = reinviteSeatMutationOptions(client, { subscription_id }, queryClient, { onSuccess: () => alert('Done') })
 *   return useMutation(options)
 * }
 * ```
 */
export function reinviteSeatMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: MutationOptionsInput<CustomerSeat, CustomerSeat, OnMutateResult>,
): TypedMutationOptions<CustomerSeat, CustomerSeat, OnMutateResult> {
  return coreOptions(client, source, cache, options)
}
