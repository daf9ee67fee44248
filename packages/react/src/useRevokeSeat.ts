import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { revokeSeatMutationOptions } from '@seats/core/query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useResettingMutation } from './internal/useResettingMutation.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. */
export type UseRevokeSeatOptions<OnMutateResult = unknown> = Omit<
  UseMutationOptions<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/**
 * Takes a seat back: `mutate(seat)`. It is free on the roster at once, and its occupant's again where the call fails.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```tsx
 * import type { CustomerSeat } from '@seats/core'
 * import { useRevokeSeat } from '@seats/react'
 *
 * export function Revoke({ subscriptionId, seat }: { subscriptionId: string; seat: CustomerSeat }) {
 *   const revoke = useRevokeSeat({ subscription_id: subscriptionId })
 *   return <button onClick={() => revoke.mutate(seat)}>Revoke</button>
 * }
 * ```
 */
export function useRevokeSeat<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseRevokeSeatOptions<OnMutateResult>,
): UseMutationResult<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useResettingMutation(revokeSeatMutationOptions(client, source, queryClient, options))
}
