import { customerView } from '../domain/views/customerJson.ts'
import type { Work } from '../domain/context/Work.ts'
import type { CustomerRow } from '../storage/database/rows.ts'
import { customerStateJson } from '../subscriptions/views/customerStateJson.ts'

/** Sends a webhook about a customer, and right after it one with the customer's state. */
export function sendCustomer(work: Work, customer: CustomerRow, type: 'customer.created' | 'customer.updated'): void {
  const { database, webhooks } = work
  work.later(() => {
    webhooks.enqueue(customer.organization_id, type, () => JSON.stringify(customerView(customer)))
    webhooks.enqueue(customer.organization_id, 'customer.state_changed', () => customerStateJson(database, customer))
  })
}
