import { randomUUID } from 'node:crypto'
import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { members } from '../../storage/people/members.ts'
import { organizations } from '../../storage/people/organizations.ts'
import type { CustomerRow, MemberRow } from '../../storage/database/rows.ts'
import type { SessionCreate } from '../../validation/bodies/sessionCreate.ts'
import { ValidationError } from '../../validation/python/pydantic/ValidationError.ts'
import type { Context } from '../context/Context.ts'
import { createSession } from './createSession.ts'
import { sessionJson } from '../views/sessionJson.ts'

/**
 * Creates a session for one of the organization's customers, and returns it as JSON. With the member model, the session
 * belongs to the member that `create` names. If `create` names no member, the customer must be an individual. Then the
 * session belongs to the customer's owner.
 */
export function createCustomerSession(context: Context, organizationId: string, create: SessionCreate): string {
  const organization = organizations.byId(context.database, organizationId)
  const customer = findCustomer(context, organizationId, create)
  const member = organization?.member_model_enabled ? findMember(context, customer, create) : null
  const session = createSession(context, {
    customerId: customer.id,
    memberId: member?.id ?? null,
    returnUrl: create.return_url,
  })
  return sessionJson(session, customer, {
    portal: `${context.url()}/${organization?.slug ?? ''}/portal`,
    email: member?.email ?? customer.email,
  })
}

const invalidField = (field: string, msg: string, input: string | null) =>
  new ValidationError([{ type: 'value_error', loc: ['body', field], msg, input }], 'PolarRequestValidationError')

function findCustomer({ database }: Context, organizationId: string, create: SessionCreate): CustomerRow {
  const [field, input] =
    'customer_id' in create
      ? (['customer_id', create.customer_id] as const)
      : (['external_customer_id', create.external_customer_id] as const)
  const customer =
    field === 'customer_id' ? customers.byId(database, input) : customers.byExternalId(database, organizationId, input)
  if (customer?.organization_id !== organizationId || stateMarks.has(database, customer.id, 'deleted'))
    throw invalidField(field, 'Customer does not exist.', input)
  return customer
}

function findMember(context: Context, customer: CustomerRow, create: SessionCreate): MemberRow {
  const { database } = context
  const { member_id, external_member_id } = create
  if (member_id !== null) {
    const member = members.byId(database, member_id)
    if (member?.customer_id === customer.id) return member
    throw invalidField('member_id', 'Member does not exist for this customer.', member_id)
  }
  if (external_member_id !== null) {
    const member = members.byExternalId(database, customer.id, external_member_id)
    if (member) return member
    throw invalidField('external_member_id', 'Member does not exist for this customer.', external_member_id)
  }
  if (customer.type === 'team') throw invalidField('member_id', 'member_id is required for team customers.', null)
  return members.ownerOf(database, customer.id) ?? createOwner(context, customer)
}

function createOwner({ database }: Context, customer: CustomerRow): MemberRow {
  if (customer.email === null) throw invalidField('email', 'An email is required to create an owner member.', null)
  const owner: MemberRow = {
    id: randomUUID(),
    customer_id: customer.id,
    email: customer.email,
    external_id: customer.external_id,
    name: customer.name,
    role: 'owner',
    created_at: customer.created_at,
    modified_at: null,
  }
  members.insert(database, owner)
  return owner
}
