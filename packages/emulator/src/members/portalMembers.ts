import type { Context } from '../domain/context/Context.ts'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { notPermitted, resourceNotFound } from '../domain/context/errors.ts'
import { customers } from '../storage/people/customers.ts'
import type { Database } from '../storage/database/Database.ts'
import { members } from '../storage/people/members.ts'
import type { MemberRow } from '../storage/database/rows.ts'
import { brokenField } from '../subscriptions/state/errors.ts'
import { ValidationError } from '../validation/python/pydantic/ValidationError.ts'
import { insertMember } from './createMember.ts'
import type { MemberCreate, MemberUpdate } from './memberBodies.ts'
import { removeMember } from './removeMember.ts'
import { updateMember } from './updateMember.ts'

/** The owner or billing manager who manages a team in the portal. */
export interface Manager {
  customerId: string
  memberId: string
}

/** @throws PolarError if the customer is not a team. */
export function requireTeam(database: Database, { customerId }: Manager): void {
  if (customers.byId(database, customerId)?.type === 'team') return
  throw notPermitted(
    'Member management is only available for team customers. Purchase a seat-based product to enable team features.',
  )
}

/**
 * Adds a person to the team. No webhook is sent. If the team already has a member with this email, only returns that
 * member.
 */
export function addTeamMember(
  context: Context,
  manager: Manager,
  create: Omit<MemberCreate, 'external_id'>,
): MemberRow {
  requireTeam(context.database, manager)
  if (create.role === 'owner') {
    throw brokenField('role', 'Cannot add a member as owner. There must be exactly one owner.', create.role)
  }
  const existing = members.byEmail(context.database, manager.customerId, create.email)
  return existing ?? insertMember(context, manager.customerId, { ...create, external_id: null })
}

export function updateTeamMember(
  context: Context,
  manager: Manager,
  { id, update }: { id: string; update: Omit<MemberUpdate, 'email'> },
): MemberRow {
  const member = findTeamMember(context.database, manager, id)
  if (update.role !== null && update.role !== member.role && member.id === manager.memberId) {
    throw brokenPath('You cannot modify your own role.', id)
  }
  const mayReplaceOwner = members.byId(context.database, manager.memberId)?.role === 'owner'
  return updateMember(context, member, { update: { ...update, email: null }, mayReplaceOwner })
}

export function removeTeamMember(ruleContext: RuleContext, manager: Manager, id: string): void {
  const member = findTeamMember(ruleContext.database, manager, id)
  if (member.id === manager.memberId) throw brokenPath('You cannot remove yourself from the team.', id)
  removeMember(ruleContext, member)
}

function findTeamMember(database: Database, manager: Manager, id: string): MemberRow {
  requireTeam(database, manager)
  const member = members.byId(database, id)
  if (member?.customer_id !== manager.customerId) throw resourceNotFound('Member not found')
  return member
}

const brokenPath = (msg: string, input: string) =>
  new ValidationError([{ type: 'value_error', loc: ['path', 'id'], msg, input }], 'PolarRequestValidationError')
