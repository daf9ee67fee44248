import type { TeamMember } from '../../schemas/TeamMember.ts'
import { updateMember, type UpdateMemberParams } from '../../workflows/members/updateMember.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { pageWorkflowOptions } from '../../workflows/run/WorkflowRun.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { updateCachedMembers } from '../cache/updateCachedMembers.ts'

/**
 * Returns TanStack's mutation options for changing a member's name or role. Rosters are read again, because they show
 * the member.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { updateMemberMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const options = (queryClient: SeatsCache) => updateMemberMutationOptions(client, queryClient)
 * ```
 */
export const updateMemberMutationOptions = <Options extends object = object>(
  client: AnyClient,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<TeamMember, UpdateMemberParams> & Options =>
  createMutationOptions(
    cache,
    operationKey(client.scope, 'updateMember', null),
    options,
    async (params: UpdateMemberParams) => {
      const member = await updateMember(client, params, pageWorkflowOptions(client))
      updateCachedMembers(cache, client.scope, (members) =>
        members.map((other) => (other.id === member.id ? member : other)),
      )
      void cache.invalidateQueries({ queryKey: ['seats', client.scope, 'listSeats'] })
      // A new owner replaces the previous owner, whose role changes too.
      if (member.role === 'owner')
        void cache.invalidateQueries({ queryKey: operationKey(client.scope, 'listMembers', null) })
      return member
    },
  )
