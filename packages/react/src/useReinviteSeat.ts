import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { reinviteSeatMutationOptions } from '@seats/core/query'
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query'
import { useResettingMutation } from './internal/useResettingMutation.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. */
export type UseReinviteSeatOptions<OnMutateResult = unknown> = Omit<
  UseMutationOptions<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult>,
  'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode'
>

/**
 * Renews a pending seat's invitation, expired or not, where resending cannot: `mutate(seat)`. The seat is revoked and
 * assigned to the same person again, with a new link. It shows as renewed at once.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { isInvitationExpired, type CustomerSeat } from '@seats/core'
 * import { useReinviteSeat, useSeatsClient } from '@seats/react'
 *
 * export function Renew({ subscriptionId, seat }: { subscriptionId: string; seat: CustomerSeat }) {
 *   const { earliestNow } = useSeatsClient()
 *   const reinvite = useReinviteSeat({ subscription_id: subscriptionId })
 *   const isExpired = isInvitationExpired(seat, { now: earliestNow() })
 *   return isExpired && <button onClick={() => reinvite.mutate(seat)}>Invite again</button>
 * }
 * ```
 */
export function useReinviteSeat<OnMutateResult = unknown>(
  source: SeatSource | null | undefined,
  options?: UseReinviteSeatOptions<OnMutateResult>,
): UseMutationResult<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  const { client, queryClient } = useSetUp()
  return useResettingMutation(reinviteSeatMutationOptions(client, source, queryClient, options))
}
