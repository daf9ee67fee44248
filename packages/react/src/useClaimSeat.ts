'use client'

import type { CustomerSeatClaimResponse, SeatClaim, SeatsError } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { claimSeatMutationOptions } from './claimSeatMutationOptions.ts'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseClaimSeatOptions<OnMutateResult = unknown> = MutationOptionsInput<
  CustomerSeatClaimResponse,
  SeatClaim,
  OnMutateResult
>

/**
 * Claims a seat: `mutate({ invitation_token })`. After the claim, the cached roster of the seat's source shows the seat
 * as claimed.
 *
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
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
  return useSeatsMutation((client, cache) => claimSeatMutationOptions(client, cache, options))
}
