import type { SeatsClient, TeamMember } from '@seats/core'
import { membersQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads all members of the paying customer. Needs the session of a member who is
 * an owner or a billing manager. Pass the options to `useQuery`, `useQueries` or `prefetchQuery`. In a component,
 * `useMembers` is shorter.
 *
 * @param client the client that sends the request
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/list
 *
 * @example
 * ```ts
 * import { createSeatsClient, membersQueryOptions } from '@seats/react'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * export const options = membersQueryOptions(client)
 * ```
 */
export function membersQueryOptions<Data = TeamMember[]>(
  client: SeatsClient,
  options?: QueryOptionsInput<TeamMember[], Data>,
): TypedQueryOptions<TeamMember[], Data> {
  return queryOptions(coreOptions(client, options)) as TypedQueryOptions<TeamMember[], Data>
}
