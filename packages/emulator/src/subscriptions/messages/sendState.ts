import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { customers } from '../../storage/people/customers.ts'
import { customerStateJson } from '../views/customerStateJson.ts'

/** Sends a webhook with a customer's state, after the other webhooks that are sent now. */
export function sendState(ruleContext: RuleContext, customerId: string): void {
  // As on the real server, a job starts another job. So jobs that are already queued come first.
  ruleContext.runLater(() =>
    ruleContext.runLater(() => {
      const customer = customers.byId(ruleContext.database, customerId)
      if (!customer) return
      ruleContext.webhooks.enqueue(customer.organization_id, 'customer.state_changed', () =>
        customerStateJson(ruleContext.database, customer),
      )
    }),
  )
}
