import { stateGrantView } from '../../benefits/grantView.ts'
import { customerView } from '../../domain/views/customerJson.ts'
import { benefitGrants } from '../../storage/benefits/benefitGrants.ts'
import type { Database } from '../../storage/database/Database.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../state/loadSubscription.ts'
import { subscriptionBase } from './subscriptionJson.ts'

/** Returns a customer with their active subscriptions, and the benefits of all members together. */
export const customerStateJson = (database: Database, customer: CustomerRow): string =>
  JSON.stringify({
    ...customerView(customer),
    active_subscriptions: subscriptions.activeOf(database, customer.id).map((row) => {
      const shown = subscriptionBase(subscriptionOf(database, row))
      return {
        id: shown.id,
        created_at: shown.created_at,
        modified_at: shown.modified_at,
        custom_field_data: {},
        metadata: JSON.parse(row.metadata) as unknown,
        status: shown.status,
        amount: shown.amount,
        currency: shown.currency,
        recurring_interval: shown.recurring_interval,
        current_period_start: shown.current_period_start,
        current_period_end: shown.current_period_end,
        trial_start: shown.trial_start,
        trial_end: shown.trial_end,
        cancel_at_period_end: shown.cancel_at_period_end,
        canceled_at: shown.canceled_at,
        started_at: shown.started_at,
        ends_at: shown.ends_at,
        product_id: shown.product_id,
        discount_id: shown.discount_id,
        price_id: shown.price_id,
        meters: [],
      }
    }),
    granted_benefits: benefitGrants.grantedTo(database, customer.id).map(stateGrantView),
    active_meters: [],
  })
