import { customers } from '../../storage/people/customers.ts'
import { members } from '../../storage/people/members.ts'
import { organizations } from '../../storage/people/organizations.ts'
import type { Context } from '../context/Context.ts'
import { createSession } from './createSession.ts'

/** An id, and the ref by which a test named it. */
interface NamedId {
  id: string
  ref: string
}

/**
 * Opens a session for tests and returns its token. If no member is given, the session belongs to the customer's owner.
 * If the organization does not have the member model, the session then belongs to the customer.
 * @throws Error if there is no such customer, or the customer has no such member.
 */
export function openSession(context: Context, { id, ref }: NamedId, member?: NamedId): string {
  const { database } = context
  const customer = customers.byId(database, id)
  if (!customer) throw new Error(`There is no customer '${ref}'.`)
  const organization = organizations.byId(database, customer.organization_id)
  const owner = organization?.member_model_enabled ? members.ownerOf(database, id) : undefined
  const holder = member === undefined ? owner : members.byId(database, member.id)
  if (member !== undefined && holder?.customer_id !== id) {
    throw new Error(`The customer has no member '${member.ref}'.`)
  }
  return createSession(context, { customerId: id, memberId: holder?.id ?? null, returnUrl: null }).token
}
