import type { CustomerSeat, SeatInvitee, SeatsClient, SeatSource } from '@seats/core'
import { assignSeatMutationOptions as coreOptions, type SeatsCache } from '@seats/core/query'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import type { TypedMutationOptions } from './internal/TypedMutationOptions.ts'

/**
 * Returns the options of the mutation that gives a person a seat. Pass the options to `useMutation`. The roster shows
 * the new row at once. In a component, `useAssignSeat` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param cache your QueryClient
 * @param options TanStack Query's options, such as `onSuccess`
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { assignSeatMutationOptions, useSeatsClient } from '@seats/react'
 * import { useMutation, useQueryClient } from '@tanstack/react-query'
 *
 * export function useAssignSeatWithToast(subscription_id: string) {
 *   const client = useSeatsClient()
 *   const queryClient = useQueryClient()
 *   const options = assignSeatMutationOptions(client, { subscription_id }, queryClient, { onSuccess: () => alert('Done') })
 *   return useMutation(options)
 * }
 * ```
 */
export function assignSeatMutationOptions<OnMutateResult = unknown>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: MutationOptionsInput<CustomerSeat, SeatInvitee, OnMutateResult>,
): TypedMutationOptions<CustomerSeat, SeatInvitee, OnMutateResult> {
  return coreOptions(client, source, cache, options)
}
