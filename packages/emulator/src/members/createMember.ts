import { randomUUID } from 'node:crypto'
import type { Context } from '../domain/context/Context.ts'
import { notPermitted, resourceNotFound } from '../domain/context/errors.ts'
import type { Database } from '../storage/database/Database.ts'
import { customers } from '../storage/people/customers.ts'
import { stateMarks } from '../storage/database/stateMarks.ts'
import { members } from '../storage/people/members.ts'
import { organizations } from '../storage/people/organizations.ts'
import type { CustomerRow, MemberRow } from '../storage/database/rows.ts'
import type { MemberCreate } from './memberBodies.ts'
import { sendMember } from './sendMember.ts'

/** The id by which a call names a customer: Polar's id, or the organization's own id. */
export type CustomerKey = { id: string } | { externalId: string }

/** Returns the organization's customer with this id. Returns undefined if there is none, or if they were deleted. */
export function findCustomer(database: Database, organizationId: string, key: CustomerKey): CustomerRow | undefined {
  const customer =
    'id' in key ? customers.byId(database, key.id) : customers.byExternalId(database, organizationId, key.externalId)
  if (customer?.organization_id !== organizationId || stateMarks.has(database, customer.id, 'deleted')) return undefined
  return customer
}

/**
 * Adds a member to a team and sends `member.created`. If the team already has a member with this email, only returns
 * that member.
 * @throws PolarError if there is no such customer, or if the customer cannot have another member.
 */
export function createMember(
  context: Context,
  { organizationId, customer: key }: { organizationId: string; customer: CustomerKey },
  create: MemberCreate,
): MemberRow {
  const { database } = context
  const customer = findCustomer(database, organizationId, key)
  if (!customer) throw resourceNotFound('Customer not found')
  const organization = organizations.byId(database, organizationId)
  if (!organization?.member_model_enabled && !organization?.seat_based_pricing_enabled) {
    throw notPermitted('Member management is not enabled for this organization')
  }
  if (customer.type === 'individual' && members.ofCustomer(database, customer.id).length > 0) {
    throw notPermitted(
      'Individual customers can only have one member (the owner). Upgrade to a team customer to add more members.',
    )
  }
  const existing = members.byEmail(database, customer.id, create.email)
  if (existing) return existing
  const member = insertMember(context, customer.id, create)
  sendMember(context, member, 'member.created')
  return member
}

export function insertMember(
  { database, clock }: Context,
  customerId: string,
  { email, name, external_id, role }: MemberCreate,
): MemberRow {
  const member: MemberRow = {
    id: randomUUID(),
    customer_id: customerId,
    email,
    external_id,
    name,
    role,
    created_at: clock.now(),
    modified_at: null,
  }
  members.insert(database, member)
  return member
}
