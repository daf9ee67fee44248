import type { CustomerSeatClaimResponse, SeatClaim, SeatsError } from '@seats/core'
import { claimSeatMutationOptions } from '@seats/core/query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useResettingMutation } from './internal/useResettingMutation.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. */
export type UseClaimSeatOptions<OnMutateResult = unknown> = Omit<
  UseMutationOptions<CustomerSeatClaimResponse, SeatsError, SeatClaim, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/**
 * Claims a seat: `mutate({ invitation_token })`. A roster that shows the seat shows it claimed.
 *
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 *
 * @example
 * ```tsx
 * import { useClaimSeat } from '@seats/react'
 *
 * export function Claim({ token }: { token: string }) {
 *   const claim = useClaimSeat()
 *   if (claim.isSuccess) return <p>Welcome, {claim.data.seat.customer_email}.</p>
 *   return <button onClick={() => claim.mutate({ invitation_token: token })}>Join</button>
 * }
 * ```
 */
export function useClaimSeat<OnMutateResult = unknown>(
  options?: UseClaimSeatOptions<OnMutateResult>,
): UseMutationResult<CustomerSeatClaimResponse, SeatsError, SeatClaim, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useResettingMutation(claimSeatMutationOptions(client, queryClient, options))
}
