import { customers } from '../../storage/people/customers.ts'
import { members } from '../../storage/people/members.ts'
import { organizations } from '../../storage/people/organizations.ts'
import type { Context } from '../context/Context.ts'
import { createSession } from './createSession.ts'

/**
 * Opens a session for tests and returns its token. Without a member id it is the customer's session, or the owner's
 * with the member model.
 * @throws Error if there is no such customer, or the customer has no such member.
 */
export function openSession(context: Context, customerId: string, memberId?: string): string {
  const { database } = context
  const customer = customers.byId(database, customerId)
  if (!customer) throw new Error(`There is no customer '${customerId}'.`)
  const organization = organizations.byId(database, customer.organization_id)
  const owner = organization?.member_model_enabled ? members.ownerOf(database, customerId) : undefined
  const member = memberId === undefined ? owner : members.byId(database, memberId)
  if (memberId !== undefined && member?.customer_id !== customerId) {
    throw new Error(`The customer has no member '${memberId}'.`)
  }
  return createSession(context, { customerId, memberId: member?.id ?? null, returnUrl: null }).token
}
