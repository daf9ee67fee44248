import type { CustomerSeat, SeatsError } from '@seats/core'
import { mySeatsQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash and the function. Each option except `shallow` may be a
 * ref.
 */
export type UseMySeatsOptions<Data = CustomerSeat[]> = MaybeRefQueryOptions<CustomerSeat[], Data>

/**
 * Reads the seats of the signed-in user, including invitations, on all sources that `@seats/server` grants to this
 * user.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { useMySeats } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useOpenInvitations() {
 *   const { data } = useMySeats()
 *   return computed(() => data.value?.filter(({ status }) => status === 'pending') ?? [])
 * }
 * ```
 */
export function useMySeats<Data = CustomerSeat[]>(
  options?: MaybeRefOrGetter<UseMySeatsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() => mySeatsQueryOptions(client.value, resolveQueryOptions(options)))
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
