import { randomUUID } from 'node:crypto'
import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'
import { customerNotFound, invalidSeatAssignmentRequest } from '../context/errors.ts'
import type { SeatRecipient } from '../../validation/bodies/SeatAssign.ts'

/**
 * Returns the organization's customer that a recipient names. If no customer has the recipient's email, adds a
 * customer.
 */
export function findOrCreateCustomer(context: Context, organizationId: string, recipient: SeatRecipient): CustomerRow {
  const { database, clock } = context
  const { email, external_customer_id, customer_id } = recipient
  if ([email, external_customer_id, customer_id].filter((identifier) => identifier !== null).length !== 1) {
    throw invalidSeatAssignmentRequest('Exactly one of email, external_customer_id, or customer_id must be provided')
  }
  const found = find(context, organizationId, recipient)
  if (found) return found
  // An empty external id counts as missing. Polar is written in Python, whose text for a missing id is `None`.
  if (!email) throw customerNotFound(external_customer_id || (customer_id ?? 'None'))
  const customer: CustomerRow = {
    id: randomUUID(),
    organization_id: organizationId,
    email,
    external_id: null,
    name: null,
    type: 'individual',
    payment_method: null,
    default_payment_method_id: null,
    metadata: '{}',
    created_at: clock.now(),
    modified_at: null,
    deleted_at: null,
  }
  customers.insert(database, customer)
  return customer
}

function find({ database }: Context, organizationId: string, recipient: SeatRecipient): CustomerRow | undefined {
  const { email, external_customer_id, customer_id } = recipient
  if (email) return customers.byEmail(database, organizationId, email)
  if (external_customer_id) return customers.byExternalId(database, organizationId, external_customer_id)
  const customer = customer_id ? customers.byId(database, customer_id) : undefined
  if (customer?.organization_id !== organizationId || stateMarks.has(database, customer.id, 'deleted')) return undefined
  return customer
}
