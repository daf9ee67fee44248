import type { Database } from '../../storage/database/Database.ts'
import { billingOrders } from '../../storage/billing/billingOrders.ts'
import { dueAmount } from './orderJson.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Ending a subscription that is past due without grace gives up what is due: its customer has nothing for it. */
export const stopsCollection = ({ row }: Subscription): boolean =>
  row.status === 'past_due' && row.benefit_revocation_grace_period === 0

/** Returns what ending a subscription now would give up. */
export function cancelPreview(database: Database, subscription: Subscription) {
  const stops_collection = stopsCollection(subscription)
  const orders = stops_collection ? billingOrders.pendingOf(database, subscription.row.id) : []
  const outstanding = orders.reduce((sum, order) => sum + dueAmount(order), 0)
  return { stops_collection, outstanding_amount: orders.length > 0 ? outstanding : null }
}
