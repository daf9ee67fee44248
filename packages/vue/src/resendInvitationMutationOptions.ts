import type { CustomerSeat, SeatsClient, SeatSource } from '@seats/core'
import { resendInvitationMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that sends an invitation again. Pass the options to `useMutation`. The link and
 * its expiry stay the same. In a component, `useResendInvitation` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 *
 * @example
 * ```ts
 * import { resendInvitationMutationOptions, useSeatsClient } from '@seats/vue'
 * import { useMutation, useQueryClient } from '@tanstack/vue-query'
 *
 * export function useResendInvitationWithToast(subscription_id: string) {
 *   const client = useSeatsClient()
 *   const queryClient = useQueryClient()
 *   const options = { onSuccess: () => alert('Done') }
 *   return useMutation(() => resendInvitationMutationOptions(client.value, { subscription_id }, queryClient, options))
 * }
 * ```
 */
export function resendInvitationMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: MutationOptionsInput<CustomerSeat, CustomerSeat, OnMutateResult>,
): TypedMutationOptions<CustomerSeat, CustomerSeat, OnMutateResult> {
  return coreOptions(client, source, cache, options)
}
