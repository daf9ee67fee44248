import { removeMember, type RemovedMember, type RemoveMemberParams } from '../../workflows/members/removeMember.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { pageWorkflowOptions } from '../../workflows/run/WorkflowRun.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { hideSeatsOfMember } from '../roster/hideSeatsOfMember.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { updateCachedMembers } from '../cache/updateCachedMembers.ts'

/**
 * Returns TanStack's mutation options for removing a member. Polar revokes the person's seats too, some seconds later.
 * Rosters show those seats as revoked at once. If the server's last answer after 30 seconds still has these seats, they
 * are shown again.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { removeMemberMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const options = (queryClient: SeatsCache) => removeMemberMutationOptions(client, queryClient)
 * ```
 */
export const removeMemberMutationOptions = <Options extends object = object>(
  client: AnyClient,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<RemovedMember, RemoveMemberParams> & Options =>
  createMutationOptions(
    cache,
    operationKey(client.scope, 'removeMember', null),
    options,
    async (params: RemoveMemberParams) => {
      const removedMember = await removeMember(client, params, pageWorkflowOptions(client))
      updateCachedMembers(cache, client.scope, (members) => members.filter(({ id }) => id !== params.member_id))
      hideSeatsOfMember(cache, client.scope, params.member_id, client.now())
      void cache.invalidateQueries({ queryKey: ['seats', client.scope, 'listSeats'] })
      return removedMember
    },
  )
