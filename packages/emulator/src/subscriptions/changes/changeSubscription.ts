import { runRule, type RuleContext } from '../../domain/context/RuleContext.ts'
import type { Context } from '../../domain/context/Context.ts'
import { sendChangeMessages, relevantFields } from '../status/sendChangeMessages.ts'
import type { Change } from '../state/Change.ts'
import { createOrder } from '../renewal/createOrder.ts'
import { cycle } from '../renewal/cycle.ts'
import { loadSubscription, type SubscriptionOwner } from '../state/loadSubscription.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import type { Subscription } from '../state/Subscription.ts'

/**
 * Changes a subscription, with all consequences: an order, webhooks, emails. If a rule throws, or if the payment of an
 * order that must be paid at once fails, nothing changes. Returns the result of `show` for the changed subscription.
 * The result does not contain later consequences, such as the confirmation of a payment.
 */
export function changeSubscription<View>(
  context: Context,
  { owner, id }: { owner: SubscriptionOwner; id: string },
  change: (ruleContext: RuleContext, subscription: Subscription) => Change,
  show: (subscription: Subscription) => View,
): View {
  return runRule(context, (ruleContext) => {
    const subscription = loadSubscription(ruleContext.database, owner, id)
    makeChange(ruleContext, subscription, change)
    return show(subscription)
  })
}

/** Makes one change of a subscription, saves and bills the change, and sends the webhooks and emails about it. */
export function makeChange(
  ruleContext: RuleContext,
  subscription: Subscription,
  change: (ruleContext: RuleContext, subscription: Subscription) => Change,
): void {
  const before = relevantFields(subscription)
  const { bill, isUnchanged } = change(ruleContext, subscription)
  saveSubscription(ruleContext, subscription)
  if (bill === 'cycle') cycle(ruleContext, subscription)
  if (bill === 'invoice') createOrder(ruleContext, subscription, { reason: 'subscription_update', mustPay: true })
  if (!isUnchanged) sendChangeMessages(ruleContext, subscription, before)
}
