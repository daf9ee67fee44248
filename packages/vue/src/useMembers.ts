import type { SeatsError, TeamMember } from '@seats/core'
import { membersQueryOptions } from '@seats/core/query'
import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type MaybeRefOrGetter } from 'vue'
import { resolveQueryOptions, type MaybeRefQueryOptions } from './internal/readInputs.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { withServerSuspense } from './internal/withServerSuspense.ts'

/**
 * Accepts TanStack Query's options, except the key, its hash and the function. Each option except `shallow` may be a
 * ref.
 */
export type UseMembersOptions<Data = TeamMember[]> = MaybeRefQueryOptions<TeamMember[], Data>

/**
 * Reads all members of the paying customer. Needs the session of a member who is an owner or a billing manager.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if `seatsPlugin` or `VueQueryPlugin` is not installed, or outside of `setup`.
 * If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/list
 *
 * @example
 * ```ts
 * import { useMembers } from '@seats/vue'
 * import { computed } from 'vue'
 *
 * export function useManagers() {
 *   const { data, error } = useMembers()
 *   return { managers: computed(() => data.value?.filter(({ role }) => role !== 'member') ?? []), error }
 * }
 * ```
 */
export function useMembers<Data = TeamMember[]>(
  options?: MaybeRefOrGetter<UseMembersOptions<Data>>,
): UseQueryReturnType<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  const queryOptions = computed(() => membersQueryOptions(client.value, resolveQueryOptions(options)))
  return withServerSuspense(useQuery(queryOptions, queryClient), queryOptions)
}
