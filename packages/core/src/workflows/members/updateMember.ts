import { throwIfIssues, uuidIssues } from '../../internal/input/inputIssues.ts'
import { isTeamMember, type TeamMember } from '../../schemas/TeamMember.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { changeMember } from './changeMember.ts'
import { findMember } from './findMember.ts'
import { membersPath } from './listMembers.ts'

export interface UpdateMemberParams {
  member_id: string
  /** An empty text leaves the name as it is. */
  name?: string | undefined
  /** The owner who appoints another owner becomes a billing manager. */
  role?: 'owner' | 'billing_manager' | 'member' | undefined
}

/**
 * Changes a member's name or role.
 *
 * @throws SeatsError `RequestValidationError` for the role of the signed-in member or of the owner, and for a new owner
 * unless the owner appoints them; `ResourceNotFound` for an unknown member; otherwise like `listMembers`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/update
 *
 * @example
 * ```ts
 * import { createSeatsClient, updateMember } from '@seats/core'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const member_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
 * await updateMember(client, { member_id, role: 'billing_manager' })
 * ```
 */
export async function updateMember(
  client: AnyClient,
  { member_id, name, role }: UpdateMemberParams,
  options: WorkflowOptions = {},
): Promise<TeamMember> {
  throwIfIssues('updateMember', uuidIssues(member_id, ['path', 'id']))
  const isChanged = (member: TeamMember) =>
    member.id === member_id && (!name || member.name === name) && (role === undefined || member.role === role)
  return changeMember(client, options, {
    wireCall: {
      operation: 'updateMember',
      method: 'PATCH',
      path: `${membersPath}/${encodeURIComponent(member_id)}`,
      body: { name, role },
    },
    isValid: isTeamMember,
    readAfterLostAnswer: () => findMember(client, isChanged, options),
  })
}
