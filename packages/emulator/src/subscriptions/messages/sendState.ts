import type { Work } from '../../domain/context/Work.ts'
import { customers } from '../../storage/people/customers.ts'
import { customerStateJson } from '../views/customerStateJson.ts'

/** Sends a webhook with a customer's state, after the other webhooks that are sent now. */
export function sendState(work: Work, customerId: string): void {
  // A job that starts another job, like on the real server. Jobs that were queued in between come first.
  work.later(() =>
    work.later(() => {
      const customer = customers.byId(work.database, customerId)
      if (!customer) return
      work.webhooks.enqueue(customer.organization_id, 'customer.state_changed', () =>
        customerStateJson(work.database, customer),
      )
    }),
  )
}
