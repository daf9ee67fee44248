import type { RuleContext } from '../domain/context/RuleContext.ts'
import { members } from '../storage/people/members.ts'
import type { MemberRow } from '../storage/database/rows.ts'
import { endGrants } from '../subscriptions/entitlement/updateGrants.ts'
import { ValidationError } from '../validation/python/pydantic/ValidationError.ts'
import { revokeSeatsOf } from './revokeSeatsOf.ts'
import { sendMember } from './sendMember.ts'

/**
 * Removes a member: sends `member.deleted`, revokes each of their seats, and ends their benefits and sessions.
 * @throws ValidationError if the member is the owner.
 */
export function removeMember(ruleContext: RuleContext, member: MemberRow): void {
  const { database, clock } = ruleContext
  if (member.role === 'owner') {
    const msg = 'Cannot delete the only owner. Transfer ownership first.'
    throw new ValidationError(
      [{ type: 'value_error', loc: ['body'], msg, input: member.id }],
      'PolarRequestValidationError',
    )
  }
  sendMember(ruleContext, { ...member, modified_at: clock.now() }, 'member.deleted')
  revokeSeatsOf(ruleContext, member)
  endGrants(ruleContext, member)
  members.remove(database, member.id, clock.now())
}
