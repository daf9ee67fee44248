import type { CustomerSeat, SeatsError, SeatSource } from '@seats/core'
import { revokeSeatMutationOptions } from '@seats/core/query'
import { useMutation, type UseMutationReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveMutationOptions, type OwnMutationOptions } from './internal/mutationOptions.ts'
import { readSource } from './internal/readSource.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this mutation, and retries, which the client has. Each may be a ref. */
export type UseRevokeSeatOptions<OnMutateResult = unknown> = OwnMutationOptions<
  CustomerSeat,
  CustomerSeat,
  OnMutateResult
>

/**
 * Takes a seat back: `mutate(seat)`. It is free on the roster at once, and its occupant's again where the call fails.
 *
 * @param source the subscription or order that the seat is on; with `null` the mutation is refused
 * @param options TanStack Query's own; your callbacks run after the roster is up to date
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
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
  const { client, queryClient } = useSetUp()
  return useMutation(
    computed(() =>
      revokeSeatMutationOptions(client.value, readSource(source), queryClient, resolveMutationOptions(options)),
    ),
    queryClient,
  )
}
