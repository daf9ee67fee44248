'use client'

import type { SeatsError, TeamMember } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { membersQueryOptions } from './membersQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseMembersOptions<Data = TeamMember[]> = QueryOptionsInput<TeamMember[], Data>

/**
 * Reads all members of the paying customer. Needs the session of a member who is an owner or a billing manager.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-portal/members/list
 *
 * @example
 * ```tsx
 * import { useMembers } from '@seats/react'
 *
 * export function Members() {
 *   const { data, error } = useMembers()
 *   if (error) return <p role="alert">{error.detail}</p>
 *   return <ul>{data?.map(({ id, email, role }) => <li key={id}>{email}, {role}</li>)}</ul>
 * }
 * ```
 */
export function useMembers<Data = TeamMember[]>(options?: UseMembersOptions<Data>): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  return useQuery(membersQueryOptions(client, options), queryClient)
}
