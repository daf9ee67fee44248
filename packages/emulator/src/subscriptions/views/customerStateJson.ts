import { stateGrantView } from '../../benefits/grantView.ts'
import { customerView } from '../../domain/views/customerView.ts'
import { benefitGrants } from '../../storage/benefits/benefitGrants.ts'
import type { Database } from '../../storage/database/Database.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../state/loadSubscription.ts'
import { subscriptionBase } from './subscriptionJson.ts'

/** Returns a customer with their active subscriptions, and with the benefits of the customer and of all members. */
export const customerStateJson = (database: Database, customer: CustomerRow): string =>
  JSON.stringify({
    ...customerView(customer),
    active_subscriptions: subscriptions.activeOf(database, customer.id).map((row) => {
      const view = subscriptionBase(subscriptionOf(database, row))
      return {
        id: view.id,
        created_at: view.created_at,
        modified_at: view.modified_at,
        custom_field_data: {},
        metadata: JSON.parse(row.metadata) as unknown,
        status: view.status,
        amount: view.amount,
        currency: view.currency,
        recurring_interval: view.recurring_interval,
        current_period_start: view.current_period_start,
        current_period_end: view.current_period_end,
        trial_start: view.trial_start,
        trial_end: view.trial_end,
        cancel_at_period_end: view.cancel_at_period_end,
        canceled_at: view.canceled_at,
        started_at: view.started_at,
        ends_at: view.ends_at,
        product_id: view.product_id,
        discount_id: view.discount_id,
        price_id: view.price_id,
        meters: [],
      }
    }),
    granted_benefits: benefitGrants.grantedTo(database, customer.id).map(stateGrantView),
    active_meters: [],
  })
