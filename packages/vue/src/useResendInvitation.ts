import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { resendInvitationMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseResendInvitationOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Sends a pending seat's invitation again: `mutate(seat)`. The link and its expiry stay the same. If the invitation has
 * expired, use `useReinviteSeat`.
 *
 * @param source the subscription or order, as a value, ref or getter; the mutation fails while it is `null` or
 * `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
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
  return useSeatsMutation((client, cache) =>
    resendInvitationMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
