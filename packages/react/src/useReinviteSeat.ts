'use client'

import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { reinviteSeatMutationOptions } from './reinviteSeatMutationOptions.ts'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseReinviteSeatOptions<OnMutateResult = unknown> = MutationOptionsInput<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Replaces a pending seat's invitation, even an expired one: `mutate(seat)`. The seat is revoked and assigned to the
 * same person again, with a new link. The roster shows the seat as renewed at once.
 *
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```tsx
 * import { isInvitationExpired, useReinviteSeat, useSeatsClient, type CustomerSeat } from '@seats/react'
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
  return useSeatsMutation((client, cache) => reinviteSeatMutationOptions(client, source, cache, options))
}
