import { randomUUID } from 'node:crypto'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { customers } from '../storage/people/customers.ts'
import { organizations } from '../storage/people/organizations.ts'
import type { CustomerRow } from '../storage/database/rows.ts'
import { ValidationError } from '../validation/python/pydantic/ValidationError.ts'
import { insertMember } from './createMember.ts'
import type { CustomerCreate } from './customerBodies.ts'
import { takenIssue } from './takenIssue.ts'
import { sendCustomer } from '../subscriptions/messages/sendCustomer.ts'
import { sendMember } from './sendMember.ts'

/**
 * Adds a customer. If the organization has the member model or seat-based pricing, also adds an owner, unless no email
 * is given. Sends webhooks about both.
 * @throws ValidationError if the email or the external id is taken.
 */
export function createCustomer(ruleContext: RuleContext, organizationId: string, create: CustomerCreate): CustomerRow {
  const { database, clock } = ruleContext
  const { email, external_id, name, owner, type, metadata } = create
  const issues = [
    ...(email !== null && customers.byEmail(database, organizationId, email) ? [takenIssue('email', email)] : []),
    ...(external_id !== null && customers.byExternalId(database, organizationId, external_id)
      ? [takenIssue('external_id', external_id)]
      : []),
  ]
  if (issues.length > 0) throw new ValidationError(issues, 'PolarRequestValidationError')
  const customer: CustomerRow = {
    id: randomUUID(),
    organization_id: organizationId,
    email,
    external_id,
    name,
    type,
    payment_method: null,
    default_payment_method_id: null,
    metadata,
    created_at: clock.now(),
    modified_at: null,
    deleted_at: null,
  }
  customers.insert(database, customer)
  const organization = organizations.byId(database, organizationId)
  const ownerEmail = owner?.email ?? email
  if ((organization?.member_model_enabled || organization?.seat_based_pricing_enabled) && ownerEmail !== null) {
    const person = { email: ownerEmail, name: owner?.name ?? name, external_id: owner?.external_id ?? external_id }
    sendMember(ruleContext, insertMember(ruleContext, customer.id, { ...person, role: 'owner' }), 'member.created')
  }
  sendCustomer(ruleContext, customer.id, 'customer.created')
  return customer
}
