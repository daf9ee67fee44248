import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { revokeSeatMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each may be a
 * ref.
 */
export type UseRevokeSeatOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Revokes a seat: `mutate(seat)`. The seat is shown as free at once. If the call fails, the seat is shown as before. If
 * the seat has another occupant by then, they keep it, or are seated again at once. The error is `SeatOccupantChanged`.
 *
 * @param source the subscription or order; the mutation fails while it is `null` or `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` is not installed. If the call fails, the result has an
 * `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```ts
 * import { useRevokeSeat, useSeats } from '@seats/vue'
 *
 * export function useTeam(subscription_id: string) {
 *   const { data: roster } = useSeats({ subscription_id })
 *   const { mutate: revoke, error } = useRevokeSeat({ subscription_id })
 *   return { roster, revoke, error }
 * }
 * ```
 */
export function useRevokeSeat<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseRevokeSeatOptions<OnMutateResult>>,
): UseMutationReturnType<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    revokeSeatMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
