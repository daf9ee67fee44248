import type { SeatClaimInfo, SeatsClient } from '@seats/core'
import { claimInfoQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads an invitation. Pass the options to `useQuery` or `prefetchQuery`. In a
 * component, `useClaimInfo` is shorter.
 *
 * @param client the client that reads the invitation
 * @param invitationToken the `token` of the invitation link; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info
 *
 * @example
 * ```ts
 * import { claimInfoQueryOptions, useSeatsClient } from '@seats/vue'
 * import { useQuery } from '@tanstack/vue-query'
 * import { computed } from 'vue'
 *
 * export function useOrganizationName(token: string) {
 *   const { data } = useQuery(claimInfoQueryOptions(useSeatsClient().value, token))
 *   return computed(() => data.value?.organization_name)
 * }
 * ```
 */
export function claimInfoQueryOptions<Data = SeatClaimInfo>(
  client: SeatsClient,
  invitationToken: string | null | undefined,
  options?: QueryOptionsInput<SeatClaimInfo, Data>,
): TypedQueryOptions<SeatClaimInfo, Data> {
  return queryOptions(coreOptions(client, invitationToken, options)) as TypedQueryOptions<SeatClaimInfo, Data>
}
