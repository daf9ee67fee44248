import { isTeamMember, type TeamMember } from '../../schemas/TeamMember.ts'
import type { SeatsCache } from './SeatsCache.ts'
import { operationKey } from './seatsKeys.ts'

/** Changes the list of members in the cache, if the cache has this list. */
export function updateCachedMembers(
  cache: SeatsCache,
  scope: string,
  change: (members: TeamMember[]) => TeamMember[],
): void {
  const queryKey = operationKey(scope, 'listMembers', null)
  const members = cache.getQueryData(queryKey)
  if (Array.isArray(members) && members.every(isTeamMember)) cache.setQueryData(queryKey, change(members))
}
