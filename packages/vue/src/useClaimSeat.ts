import type { CustomerSeatClaimResponse, SeatClaim, SeatsError } from '@seats/core'
import { claimSeatMutationOptions } from '@seats/core/query'
import { useMutation, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type OwnMutationOptions } from './internal/mutationOptions.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type UseClaimSeatOptions<OnMutateResult = unknown> = OwnMutationOptions<
  CustomerSeatClaimResponse,
  SeatClaim,
  OnMutateResult
>

/**
 * Claims a seat: `mutate({ invitation_token })`. A roster that shows the seat shows it claimed.
 *
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
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
  const { client, queryClient } = useSetUp()
  return useMutation(
    computed(() => claimSeatMutationOptions(client.value, queryClient, resolveMutationOptions(options))),
    queryClient,
  )
}
