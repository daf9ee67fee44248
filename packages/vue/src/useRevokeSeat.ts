import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { revokeSeatMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseRevokeSeatOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Revokes a seat: `mutate(seat)`. The roster shows the seat as free at once. If the call fails, the roster shows the
 * seat as before. If another person has got the seat in the meantime, that person keeps the seat or gets it back at
 * once. The call then fails with `SeatOccupantChanged`, and the roster shows that person.
 *
 * @param source the subscription or order, as a value, ref or getter; the mutation fails while it is `null` or
 * `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
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
