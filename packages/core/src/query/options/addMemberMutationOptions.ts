import { addMember, type AddedMember, type AddMemberParams } from '../../workflows/members/addMember.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { pageWorkflowOptions } from '../../workflows/run/WorkflowRun.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { updateCachedMembers } from '../cache/updateCachedMembers.ts'

/**
 * Returns TanStack's mutation options for adding a member. The cached list of members has the new member as soon as the
 * answer arrives.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { addMemberMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const options = (queryClient: SeatsCache) => addMemberMutationOptions(client, queryClient)
 * ```
 */
export const addMemberMutationOptions = <Options extends object = object>(
  client: AnyClient,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<AddedMember, AddMemberParams> & Options =>
  createMutationOptions(
    cache,
    operationKey(client.scope, 'addMember', null),
    options,
    async (params: AddMemberParams) => {
      const addedMember = await addMember(client, params, pageWorkflowOptions(client))
      const { member } = addedMember
      updateCachedMembers(cache, client.scope, (members) => [...members.filter(({ id }) => id !== member.id), member])
      return addedMember
    },
  )
