import type { CallOptions } from '../../options/CallOptions.ts'
import { isTeamMember, type TeamMember } from '../../schemas/TeamMember.ts'
import { listPages, type Page } from '../run/listPages.ts'
import { requireSession } from '../run/requireSession.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { adviseOnMembers } from './adviseOnMembers.ts'

export const membersPath = '/v1/customer-portal/members'

/**
 * Lists the members of the paying customer, in no defined order. Needs a member's session, of an owner or a billing
 * manager.
 *
 * @param options the options of every call; `limit` is the number of members on each page: 100 is the default and the maximum
 * @throws SeatsError `Unauthorized` for a customer's session, which has no members; `NotPermitted` for a plain member,
 * and for a customer who is not a team
 * @see https://polar.sh/docs/api-reference/customer-portal/members/list
 *
 * @example
 * ```ts
 * import { createSeatsClient, listMembers } from '@seats/core'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * for await (const { name, email, role } of await listMembers(client)) console.log(name ?? email, role)
 * ```
 */
export async function listMembers(
  client: AnyClient,
  { limit = 100, ...options }: CallOptions & { limit?: number | undefined } = {},
): Promise<Page<TeamMember>> {
  const transport = requireSession(client, 'Members')
  return listPages(
    transport,
    { operation: 'listMembers', path: membersPath, isItem: isTeamMember, limit },
    options,
  ).catch(adviseOnMembers)
}
