import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { resendInvitationMutationOptions } from '@seats/core/query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useResettingMutation } from './internal/useResettingMutation.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. */
export type UseResendInvitationOptions<OnMutateResult = unknown> = Omit<
  UseMutationOptions<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/**
 * Sends a pending seat's invitation once more: `mutate(seat)`. It is the same link with the same expiry: what has
 * expired needs a new invitation.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 *
 * @example
 * ```tsx
 * import type { CustomerSeat } from '@seats/core'
 * import { useResendInvitation } from '@seats/react'
 *
 * export function Resend({ subscriptionId, seat }: { subscriptionId: string; seat: CustomerSeat }) {
 *   const resend = useResendInvitation({ subscription_id: subscriptionId })
 *   return <button onClick={() => resend.mutate(seat)}>{resend.isSuccess ? 'Sent' : 'Send again'}</button>
 * }
 * ```
 */
export function useResendInvitation<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseResendInvitationOptions<OnMutateResult>,
): UseMutationResult<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useResettingMutation(resendInvitationMutationOptions(client, source, queryClient, options))
}
