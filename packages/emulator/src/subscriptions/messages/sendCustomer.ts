import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { customerView } from '../../domain/views/customerView.ts'
import { customers } from '../../storage/people/customers.ts'
import { customerStateJson } from '../views/customerStateJson.ts'

/** Sends a webhook about a customer, and right after it a webhook with the customer's state. */
export function sendCustomer(
  { database, webhooks, runLater }: RuleContext,
  customerId: string,
  type: 'customer.created' | 'customer.updated' | 'customer.deleted',
): void {
  runLater(() => {
    const customer = customers.byId(database, customerId)
    if (!customer) return
    webhooks.enqueue(customer.organization_id, type, () => JSON.stringify(customerView(customer)))
    webhooks.enqueue(customer.organization_id, 'customer.state_changed', () => customerStateJson(database, customer))
  })
}
