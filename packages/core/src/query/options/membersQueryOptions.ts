import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { TeamMember } from '../../schemas/TeamMember.ts'
import { listMembers } from '../../workflows/members/listMembers.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'

/**
 * Returns TanStack's query options for all members of the paying customer. Needs a member's session, of an owner or a
 * billing manager.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { membersQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const options = membersQueryOptions(client)
 * ```
 */
export function membersQueryOptions(client: AnyClient): ReadQueryOptions<TeamMember[]>
export function membersQueryOptions<Options extends object & SelectOption<TeamMember[]>>(
  client: AnyClient,
  options: Options | undefined,
): ReadQueryOptions<TeamMember[]> & NoInfer<Options>
export function membersQueryOptions(client: AnyClient, options?: object): ReadQueryOptions<TeamMember[]> {
  return createQueryOptions(
    {
      queryKey: operationKey(client.scope, 'listMembers', null),
      read: async (signal) => {
        const members: TeamMember[] = []
        for await (const member of await listMembers(client, { signal, ...retryWhilePageWaits(client) }))
          members.push(member)
        return members
      },
      isReady: true,
      staleTime: 30_000,
    },
    options,
  )
}
