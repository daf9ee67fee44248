import type { SeatClaimInfo, SeatsError } from '@seats/core'
import { claimInfoQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash and the function. Each option except `shallow` may be a
 * ref.
 */
export type UseClaimInfoOptions<Data = SeatClaimInfo> = MaybeRefQueryOptions<SeatClaimInfo, Data>

/**
 * Reads an invitation: the product, the organization, and whether the seat can be claimed.
 *
 * @param invitationToken the `token` of the invitation link, as a value, ref or getter; the query waits while it is
 * `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info
 *
 * @example
 * ```ts
 * import { useClaimInfo } from '@seats/vue'
 *
 * export function useInvitation(token: string | null) {
 *   const { data, error } = useClaimInfo(token)
 *   return { invitation: data, error }
 * }
 * ```
 */
export function useClaimInfo<Data = SeatClaimInfo>(
  invitationToken: MaybeRefOrGetter<string | null | undefined>,
  options?: MaybeRefOrGetter<UseClaimInfoOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() =>
    claimInfoQueryOptions(client.value, toValue(invitationToken), resolveQueryOptions(options)),
  )
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
