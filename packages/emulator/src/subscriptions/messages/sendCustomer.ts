import type { Work } from '../../domain/context/Work.ts'
import { customerView } from '../../domain/views/customerJson.ts'
import { customers } from '../../storage/people/customers.ts'
import { customerStateJson } from '../views/customerStateJson.ts'

/** Sends a webhook about a customer, followed by one with their state. */
export function sendCustomer(
  { database, webhooks }: Pick<Work, 'database' | 'webhooks'>,
  customerId: string,
  type: 'customer.updated' | 'customer.deleted',
): void {
  const customer = customers.byId(database, customerId)
  if (!customer) return
  webhooks.enqueue(customer.organization_id, type, () => JSON.stringify(customerView(customer)))
  webhooks.enqueue(customer.organization_id, 'customer.state_changed', () => customerStateJson(database, customer))
}
