import type { RuleContext } from '../../domain/context/RuleContext.ts'
import type { BillingOrderRow } from '../../storage/billing/billingOrders.ts'
import { orderJson } from '../views/orderJson.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Sends a webhook with an order as it is now. */
export function sendOrder(
  { webhooks, database }: Pick<RuleContext, 'webhooks' | 'database'>,
  subscription: Subscription,
  order: BillingOrderRow,
  type: 'order.created' | 'order.updated' | 'order.paid',
): void {
  webhooks.enqueue(subscription.row.organization_id, type, () => orderJson(database, subscription, order))
}
