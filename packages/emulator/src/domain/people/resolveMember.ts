import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow, SourceRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'
import { invalidSeatAssignmentRequest, memberEmailMismatch, memberNotFound } from '../context/errors.ts'
import { emailKey } from '../../storage/database/emailKey.ts'
import { getOrCreateMember } from './getOrCreateMember.ts'
import { saveMember } from './saveMember.ts'
import type { SeatRecipient } from '../../validation/bodies/SeatAssign.ts'

/**
 * Returns the paying customer's member that a recipient names. If no member has the recipient's email, adds a member. A
 * recipient who is named by a customer's id is the member with that customer's email. If the call names an email and an
 * external id, and the member with that email has no external id, stores the external id.
 */
export function resolveMember(context: Context, source: SourceRow, recipient: SeatRecipient): MemberRow {
  const { database } = context
  const email = recipient.email || emailOfCustomer(context, source, recipient)
  if (recipient.member_id !== null) {
    const member = members.byId(database, recipient.member_id)
    if (member?.customer_id !== source.customer_id) throw memberNotFound(recipient.member_id)
    return member
  }
  // An empty external id counts as absent if there is an email.
  if (recipient.external_member_id !== null && (recipient.external_member_id || !email)) {
    return resolveExternalMember(context, source.customer_id, recipient.external_member_id, email)
  }
  if (email) return getOrCreateMember(context, source.customer_id, email)
  throw invalidSeatAssignmentRequest(
    'At least one of email, external_member_id, or member_id must be provided when member_model_enabled is true.',
  )
}

function emailOfCustomer({ database }: Context, source: SourceRow, recipient: SeatRecipient): string | null {
  const { customer_id, external_customer_id } = recipient
  if (!customer_id && !external_customer_id) return null
  const customer = customer_id
    ? customers.byId(database, customer_id)
    : customers.byExternalId(database, source.organization_id, external_customer_id ?? '')
  if (customer?.organization_id !== source.organization_id || stateMarks.has(database, customer.id, 'deleted')) {
    throw invalidSeatAssignmentRequest('Customer not found for the provided customer_id or external_customer_id.')
  }
  return customer.email
}

function resolveExternalMember(
  context: Context,
  customerId: string,
  externalId: string,
  email: string | null,
): MemberRow {
  const { database, clock } = context
  const existingMember = members.byExternalId(database, customerId, externalId)
  if (existingMember) {
    if (email && emailKey(existingMember.email) !== emailKey(email)) throw memberEmailMismatch(externalId, email)
    return existingMember
  }
  if (!email) throw memberNotFound(externalId)
  const member = getOrCreateMember(context, customerId, email)
  if (member.external_id === null) {
    const linked = { ...member, external_id: externalId, modified_at: clock.now() }
    saveMember(context, linked)
    return linked
  }
  if (member.external_id !== externalId) throw memberEmailMismatch(externalId, email)
  return member
}
