import type { TeamMember } from '../../schemas/TeamMember.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { listMembers } from './listMembers.ts'

/** Returns the first member that matches. Reads page after page of the list until a member matches. */
export async function findMember(
  client: AnyClient,
  isWanted: (member: TeamMember) => boolean,
  { signal }: { signal?: AbortSignal | undefined },
): Promise<TeamMember | undefined> {
  for await (const member of await listMembers(client, { signal })) {
    if (isWanted(member)) return member
  }
  return undefined
}
