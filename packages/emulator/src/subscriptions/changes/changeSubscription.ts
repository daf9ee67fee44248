import { runWork, type Work } from '../../domain/context/Work.ts'
import type { Context } from '../../domain/context/Context.ts'
import { announce, beforeOf } from '../standing/announce.ts'
import type { Change } from '../state/Change.ts'
import { createOrder } from '../renewal/createOrder.ts'
import { cycle } from '../renewal/cycle.ts'
import { loadSubscription, type SubscriptionOwner } from '../state/loadSubscription.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import type { Subscription } from '../state/Subscription.ts'

/**
 * Changes a subscription, with everything that follows: an order, webhooks, emails. If a rule throws or a payment
 * fails, nothing changes. Returns the subscription as it is before later consequences, such as the confirmation of a
 * payment.
 */
export function changeSubscription<Shown>(
  context: Context,
  { owner, id }: { owner: SubscriptionOwner; id: string },
  change: (work: Work, subscription: Subscription) => Change,
  show: (subscription: Subscription) => Shown,
): Shown {
  return runWork(context, (work) => {
    const subscription = loadSubscription(work.database, owner, id)
    makeChange(work, subscription, change)
    return show(subscription)
  })
}

/** Makes one change of a subscription, and sends its webhooks and emails. */
export function makeChange(
  work: Work,
  subscription: Subscription,
  change: (work: Work, subscription: Subscription) => Change,
): void {
  const before = beforeOf(subscription)
  const { bill, isUnchanged } = change(work, subscription)
  saveSubscription(work, subscription)
  if (bill === 'cycle') cycle(work, subscription)
  if (bill === 'invoice') createOrder(work, subscription, { reason: 'subscription_update', mustPay: true })
  if (!isUnchanged) announce(work, subscription, before)
}
