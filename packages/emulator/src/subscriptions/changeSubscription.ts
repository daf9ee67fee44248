import { runWork, type Work } from '../domain/Work.ts'
import type { Context } from '../domain/Context.ts'
import { announce, beforeOf } from './announce.ts'
import type { Change } from './Change.ts'
import { createOrder } from './createOrder.ts'
import { cycle } from './cycle.ts'
import { loadSubscription, type SubscriptionOwner } from './loadSubscription.ts'
import { saveSubscription } from './saveSubscription.ts'
import type { Subscription } from './Subscription.ts'

/**
 * Changes a subscription, with everything that follows: an order, webhooks, mails. A rule that throws, and a payment that
 * fails, leave nothing changed.
 * @returns what is shown of the subscription after the change, before what follows later (a payment's confirmation).
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

/** Makes one change of a subscription and tells of it. */
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
