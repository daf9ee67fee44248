import type { CustomerSeatClaimResponse, SeatClaim, SeatsError } from '@seats/core'
import { claimSeatMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseClaimSeatOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeatClaimResponse,
  SeatClaim,
  OnMutateResult
>

/**
 * Claims a seat: `mutate({ invitation_token })`. After the claim, the cached roster of the seat's source shows the seat
 * as claimed.
 *
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```ts
 * import { useClaimSeat } from '@seats/vue'
 *
 * export function useJoin(invitation_token: string) {
 *   const { mutate, data: claimed, error } = useClaimSeat()
 *   return { join: () => mutate({ invitation_token }), claimed, error }
 * }
 * ```
 */
export function useClaimSeat<OnMutateResult = unknown>(
  options?: MaybeRefOrGetter<UseClaimSeatOptions<OnMutateResult>>,
): UseMutationReturnType<CustomerSeatClaimResponse, SeatsError, SeatClaim, OnMutateResult> {
  return useSeatsMutation((client, cache) => claimSeatMutationOptions(client, cache, resolveMutationOptions(options)))
}
