import type { Database } from '../../storage/database/Database.ts'
import { billingOrders } from '../../storage/billing/billingOrders.ts'
import { dueAmount } from './orderJson.ts'
import type { Subscription } from '../state/Subscription.ts'

/**
 * Returns whether ending the subscription cancels the payment that is due. This is so if the subscription is past due
 * and has no grace period, because the team has then already lost its seats.
 */
export const stopsCollection = ({ row }: Subscription): boolean =>
  row.status === 'past_due' && row.benefit_revocation_grace_period === 0

/** Returns the payment that would be cancelled if the subscription ended now. */
export function cancelPreview(database: Database, subscription: Subscription) {
  const stops_collection = stopsCollection(subscription)
  const orders = stops_collection ? billingOrders.pendingOf(database, subscription.row.id) : []
  const outstanding = orders.reduce((sum, order) => sum + dueAmount(order), 0)
  return { stops_collection, outstanding_amount: orders.length > 0 ? outstanding : null }
}
