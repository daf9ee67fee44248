import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { reinviteSeatMutationOptions } from '@seats/core/query'
import { useMutation, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type OwnMutationOptions } from './internal/mutationOptions.ts'
import { readSource } from './internal/readSource.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type UseReinviteSeatOptions<OnMutateResult = unknown> = OwnMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Renews a pending seat's invitation, expired or not, where resending cannot: `mutate(seat)`. The seat is revoked and
 * assigned to the same person again, with a new link. It shows as renewed at once.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
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
  const { client, queryClient } = useSetUp()
  return useMutation(
    computed(() =>
      reinviteSeatMutationOptions(client.value, readSource(source), queryClient, resolveMutationOptions(options)),
    ),
    queryClient,
  )
}
