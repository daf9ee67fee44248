import type { Context } from '../domain/context/Context.ts'
import { saveMember } from '../domain/people/saveMember.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import type { MemberRole, MemberRow } from '../storage/database/rows.ts'
import { brokenField } from '../subscriptions/state/errors.ts'
import type { MemberUpdate } from './memberBodies.ts'
import { sendMember } from './sendMember.ts'

/**
 * Changes a member and sends `member.updated`. If no field gets another value, sends this webhook only if the call has
 * a name. `mayReplaceOwner` says whether the caller may replace the owner by this member.
 */
export function updateMember(
  context: Context,
  member: MemberRow,
  { update, mayReplaceOwner }: { update: MemberUpdate; mayReplaceOwner: boolean },
): MemberRow {
  const { database, clock } = context
  const role = update.role ?? member.role
  const isAppointed = role === 'owner' && member.role !== 'owner'
  const owner = isAppointed ? members.ownerOf(database, member.customer_id) : undefined
  checkRole(member, role, { replacesOwner: owner !== undefined, mayReplaceOwner })
  const email = update.email ?? member.email
  if (email !== member.email) checkEmail(context, member, email)
  const name = update.name ?? member.name
  const isSame = name === member.name && email === member.email && role === member.role
  // A webhook is sent even if the given name is the old name.
  if (isSame && update.name === null) return member

  const modified_at = isSame ? member.modified_at : clock.now()
  // There must never be two owners, so the former owner gets another role first.
  if (owner) saveMember(context, { ...owner, role: 'billing_manager', modified_at })
  const updated = { ...member, name, email, role, modified_at }
  saveMember(context, updated)
  sendMember(context, updated, 'member.updated')
  return updated
}

function checkRole(
  member: MemberRow,
  role: MemberRole,
  { replacesOwner, mayReplaceOwner }: { replacesOwner: boolean; mayReplaceOwner: boolean },
): void {
  if (replacesOwner && !mayReplaceOwner) throw brokenField('role', 'Only the owner can transfer ownership.', role)
  if (member.role === 'owner' && role !== 'owner') {
    throw brokenField('role', 'Cannot change role. Customer must have exactly one owner.', role)
  }
}

function checkEmail({ database }: Context, member: MemberRow, email: string): void {
  if (customers.byId(database, member.customer_id)?.type === 'individual') {
    const message = "Cannot change the email of an individual customer's owner. Update the customer's email instead."
    throw brokenField('email', message, email)
  }
  const existing = members.byEmail(database, member.customer_id, email)
  if (existing && existing.id !== member.id) {
    throw brokenField('email', 'A member with this email already exists for this customer.', email)
  }
}
