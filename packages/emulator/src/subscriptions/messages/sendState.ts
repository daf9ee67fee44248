import type { Work } from '../../domain/context/Work.ts'
import { customers } from '../../storage/people/customers.ts'
import { customerStateJson } from '../views/customerStateJson.ts'

/** Tells of a customer's state, after everything else that is to be told now. */
export function sendState(work: Work, customerId: string): void {
  // A job that sets off another, as on the real server: what was put off meanwhile goes first.
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
