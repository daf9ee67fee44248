import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { reinviteSeatMutationOptions } from '@seats/core/query'
import type { UseMutationReturnType } from '@tanstack/vue-query'
import type { MaybeRefOrGetter } from 'vue'
import { readSource, resolveMutationOptions, type MaybeRefMutationOptions } from './internal/readInputs.ts'
import { useSeatsMutation } from './internal/useSeatsMutation.ts'

/**
 * Accepts TanStack Query's mutation options, except the function, the key, retries and the network mode. Each
 * option except `shallow` may be a ref.
 */
export type UseReinviteSeatOptions<OnMutateResult = unknown> = MaybeRefMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Replaces a pending seat's invitation, even an expired one: `mutate(seat)`. The seat is revoked and assigned to the
 * same person again, with a new link. The roster shows the seat as renewed at once.
 *
 * @param source the subscription or order, as a value, ref or getter; the mutation fails while it is `null` or
 * `undefined`
 * @param options TanStack Query's options. Your callbacks run after the roster has been updated.
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { isInvitationExpired, type CustomerSeat } from '@seats/core'
 * import { useReinviteSeat, useSeatsClient } from '@seats/vue'
 *
 * export function useRenew(subscription_id: string) {
 *   const client = useSeatsClient()
 *   const { mutate: reinvite, isPending, error } = useReinviteSeat({ subscription_id })
 *   const isExpired = (seat: CustomerSeat) => isInvitationExpired(seat, { now: client.value.earliestNow() })
 *   return { reinvite, isExpired, isPending, error }
 * }
 * ```
 */
export function useReinviteSeat<OnMutateResult = unknown>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseReinviteSeatOptions<OnMutateResult>>,
): UseMutationReturnType<CustomerSeat, SeatsError, CustomerSeat, OnMutateResult> {
  return useSeatsMutation((client, cache) =>
    reinviteSeatMutationOptions(client, readSource(source), cache, resolveMutationOptions(options)),
  )
}
