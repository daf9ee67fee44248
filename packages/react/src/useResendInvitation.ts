'use client'

import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { resendInvitationMutationOptions } from './resendInvitationMutationOptions.ts'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseResendInvitationOptions<OnMutateResult = unknown> = MutationOptionsInput<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Sends a pending seat's invitation again: `mutate(seat)`. The link and its expiry stay the same. If the invitation has
 * expired, use `useReinviteSeat`.
 *
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/resend
 *
 * @example
 * ```tsx
 * import { useResendInvitation, type CustomerSeat } from '@seats/react'
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
  return useSeatsMutation((client, cache) => resendInvitationMutationOptions(client, source, cache, options))
}
