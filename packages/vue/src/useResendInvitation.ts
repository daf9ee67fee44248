import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { resendInvitationMutationOptions } from '@seats/core/query'
import { useMutation, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type OwnMutationOptions } from './internal/mutationOptions.ts'
import { readSource } from './internal/readSource.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type UseResendInvitationOptions<OnMutateResult = unknown> = OwnMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Sends a pending seat's invitation once more: `mutate(seat)`. It is the same link with the same expiry: what has
 * expired needs a new invitation.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 *
 * @example
 * ```ts
 * import { useResendInvitation } from '@seats/vue'
 *
 * export function useResend(subscription_id: string) {
 *   const { mutate: resend, isSuccess: isSent, error } = useResendInvitation({ subscription_id })
 *   return { resend, isSent, error }
 * }
 * ```
 */
export function useResendInvitation<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseResendInvitationOptions<OnMutateResult>>,
): UseMutationReturnType<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useMutation(
    computed(() =>
      resendInvitationMutationOptions(client.value, readSource(source), queryClient, resolveMutationOptions(options)),
    ),
    queryClient,
  )
}
