import { isSeatsError } from '../../errors/isSeatsError.ts'
import { throwIfIssues, uuidIssues } from '../../internal/input/inputIssues.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { changeMember } from './changeMember.ts'
import { findMember } from './findMember.ts'
import { membersPath } from './listMembers.ts'

export interface RemoveMemberParams {
  member_id: string
}

export interface RemovedMember {
  /** False if there is no such member, for example because somebody else has removed them. */
  removed: boolean
}

/**
 * Removes a member of the paying customer. Polar ends the member's sessions at once, and revokes their seats on every
 * subscription of the customer some seconds later.
 *
 * @throws SeatsError `RequestValidationError` for the signed-in member and for the owner; otherwise like `listMembers`
 * @see https://polar.sh/docs/api-reference/customer-portal/members/delete
 *
 * @example
 * ```ts
 * import { createSeatsClient, removeMember } from '@seats/core'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * await removeMember(client, { member_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * ```
 */
export async function removeMember(
  client: AnyClient,
  { member_id }: RemoveMemberParams,
  options: WorkflowOptions = {},
): Promise<RemovedMember> {
  throwIfIssues('removeMember', uuidIssues(member_id, ['path', 'id']))
  try {
    await changeMember(client, options, {
      wireCall: {
        operation: 'removeMember',
        method: 'DELETE',
        path: `${membersPath}/${encodeURIComponent(member_id)}`,
      },
      isValid: (value): value is null => value === null,
      readAfterLostAnswer: async () =>
        (await findMember(client, ({ id }) => id === member_id, options)) === undefined ? null : undefined,
    })
    return { removed: true }
  } catch (error) {
    if (isSeatsError(error, 'ResourceNotFound')) return { removed: false }
    throw error
  }
}
