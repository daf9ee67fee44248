'use client'

import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { revokeSeatMutationOptions } from './revokeSeatMutationOptions.ts'
import type { MutationOptionsInput } from './internal/MutationOptionsInput.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/** Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. */
export type UseRevokeSeatOptions<OnMutateResult = unknown> = MutationOptionsInput<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Revokes a seat: `mutate(seat)`. The roster shows the seat as free at once. If the call fails, the roster shows the
 * seat as before. If another person has got the seat in the meantime, that person keeps the seat or gets it back at
 * once. The call then fails with `SeatOccupantChanged`, and the roster shows that person.
 *
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```tsx
 * import { useRevokeSeat, type CustomerSeat } from '@seats/react'
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
  return useSeatsMutation((client, cache) => revokeSeatMutationOptions(client, source, cache, options))
}
