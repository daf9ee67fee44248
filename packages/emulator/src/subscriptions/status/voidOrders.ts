import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { balances } from '../../storage/billing/balances.ts'
import { billingOrders } from '../../storage/billing/billingOrders.ts'
import { dueAmount } from '../views/orderJson.ts'
import { sendOrder } from '../messages/sendOrder.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Voids the unpaid orders of a subscription that has ended. */
export function voidOrders(ruleContext: RuleContext, subscription: Subscription): void {
  const { database, clock } = ruleContext
  const { customer_id } = subscription.row
  for (const order of billingOrders.pendingOf(database, subscription.row.id)) {
    order.status = 'void'
    order.next_payment_attempt_at = null
    order.modified_at = clock.now()
    billingOrders.update(database, order)
    // The amount that is still due is taken from the customer's credit.
    const balance = balances.get(database, customer_id, order.currency)
    if (balance > 0) balances.add(database, customer_id, order.currency, -Math.min(balance, dueAmount(order)))
    // Gives back the part that the order took from the balance.
    if (order.applied_balance_amount < 0) {
      balances.add(database, customer_id, order.currency, -order.applied_balance_amount)
    }
    sendOrder(ruleContext, subscription, order, 'order.updated')
  }
}
