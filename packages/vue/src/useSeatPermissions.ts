import type { SeatPermissions, SeatsError, SeatSource } from '@seats/core'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { readSource, resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatPermissionsQueryOptions, type SeatPermissionsOptionsInput } from './seatPermissionsQueryOptions.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash, the function, initial data and placeholder data. Each
 * option except `shallow` may be a ref.
 */
export type UseSeatPermissionsOptions<Data = SeatPermissions> = Omit<
  MaybeRefQueryOptions<SeatPermissions, Data>,
  'initialData' | 'initialDataUpdatedAt' | 'placeholderData'
>

/**
 * Reads the user's permissions on a team page, so that the page shows no button for an action that the server would
 * refuse. Until the permissions are known, `data` is undefined. Use the permissions only to hide buttons, because the
 * server checks each call itself.
 *
 * @param source the subscription or order, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { useSeatPermissions } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useMayBuy(subscription_id: string) {
 *   const { data: permissions } = useSeatPermissions({ subscription_id })
 *   return computed(() => permissions.value?.buySeats === true)
 * }
 * ```
 */
export function useSeatPermissions<Data = SeatPermissions>(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatPermissionsOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() => {
    // The cast is needed: the type of the cached data also has the time of the answer, but `select` gets only the
    // permissions.
    const resolved = resolveQueryOptions<SeatPermissions, Data>(options) as object
    return seatPermissionsQueryOptions(client.value, readSource(source), resolved as SeatPermissionsOptionsInput<Data>)
  })
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
