import type { SeatClaimInfo, SeatsError } from '@seats/core'
import { claimInfoQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type OwnQueryOptions } from './internal/queryOptions.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this query. Each may be a ref. */
export type UseClaimInfoOptions<Data = SeatClaimInfo> = OwnQueryOptions<SeatClaimInfo, Data>

/**
 * What an invitation leads to. With `null` or `undefined` for a token it waits.
 *
 * @param invitationToken the `token` of the invitation link: a value, a ref or a getter
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` without `seatsPlugin`; what the call fails with is the result's `error`
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
  const { client, queryClient } = useSetUp()
  const queryOptions = computed(() =>
    claimInfoQueryOptions(client.value, toValue(invitationToken), resolveQueryOptions(options)),
  )
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
