import type { SeatAccess, SeatsError, SeatSource } from '@seats/core'
import { accessState, seatAccessQueryOptions, type SeatAccessState } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import { readSource, resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts `live`, and TanStack Query's options except the key, its hash and the function. Each option except `shallow`
 * may be a ref.
 */
export type UseSeatAccessOptions = MaybeRefQueryOptions<SeatAccess, SeatAccess> & LiveRosterOption

/** TanStack Query's result, and `access`, which tells a page what to show. */
export type SeatAccessResult = UseQueryReturnType<SeatAccess, SeatsError> & {
  /** `checking` until there is an answer or an error, then `seated` or `not`. */
  access: ComputedRef<SeatAccessState>
}

/**
 * Reads whether the signed-in user has a seat that gives access. Use this only to hide parts of a page. To protect a
 * route, use `createSeatGate` of `@seats/server`.
 *
 * @param source the subscription or order, as a value, ref or getter; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { useSeatAccess } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useMayEnter(subscription_id: string) {
 *   const { access } = useSeatAccess({ subscription_id })
 *   return computed(() => access.value === 'seated')
 * }
 * ```
 */
export function useSeatAccess(
  source: MaybeRefOrGetter<SeatSource | null | undefined>,
  options?: MaybeRefOrGetter<UseSeatAccessOptions>,
): SeatAccessResult {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options)
  const queryOptions = computed(() =>
    seatAccessQueryOptions(client.value, readSource(source), resolveQueryOptions(options)),
  )
  const query = withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
  return Object.assign(query, { access: computed(() => accessState(query.data.value, query.error.value)) })
}
