import { resourceNotFound } from '../../domain/context/errors.ts'
import type { Database } from '../../storage/database/Database.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { pendingUpdates } from '../../storage/billing/pendingUpdates.ts'
import { products } from '../../storage/billing/products.ts'
import { subscriptions, type SubscriptionRow } from '../../storage/billing/subscriptions.ts'
import type { Subscription } from './Subscription.ts'

/** The owner of a subscription: an organization or a customer. */
export type SubscriptionOwner = { organizationId: string } | { customerId: string }

/** Returns the owner's subscription. @throws PolarError 404 if the owner has no subscription with that id. */
export function loadSubscription(database: Database, owner: SubscriptionOwner, id: string): Subscription {
  const row = subscriptions.byId(database, id)
  // A subscription that never started is shown only in the portal.
  const isOwned =
    'organizationId' in owner
      ? row?.organization_id === owner.organizationId && row.started_at !== null
      : row?.customer_id === owner.customerId
  if (!row || !isOwned || stateMarks.has(database, id, 'deleted')) throw resourceNotFound('Not found')
  return subscriptionOf(database, row)
}

/** Loads the objects that belong to a subscription's row. */
export function subscriptionOf(database: Database, row: SubscriptionRow): Subscription {
  return {
    row,
    prices: products.prices(database, row.product_id),
    discount: row.discount_id === null ? undefined : discounts.byId(database, row.discount_id),
    pending: pendingUpdates.of(database, row.id),
  }
}
