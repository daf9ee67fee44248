import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { cancelSubscription, uncancelSubscription } from './cancelSubscription.ts'
import type { Change } from '../state/Change.ts'
import { changeDiscount } from './changeDiscount.ts'
import { changePeriodEnd } from './changePeriodEnd.ts'
import { changeProduct } from './changeProduct.ts'
import { changeSeats } from './changeSeats.ts'
import { changeTrial } from './changeTrial.ts'
import { checkNotEnding } from '../state/checkSeatCount.ts'
import { brokenField, notUnitBased } from '../state/errors.ts'
import { cancelScheduledPause, resumeSubscription, schedulePause } from './pauseSubscription.ts'
import type { Subscription } from '../state/Subscription.ts'
import type { SubscriptionUpdate } from '../bodies/updateBodies.ts'
import { dropPending } from '../state/upsertPending.ts'

/** Returns a function that makes the change of an organization's PATCH. */
export const updateSubscription =
  (update: SubscriptionUpdate) =>
  (ruleContext: RuleContext, subscription: Subscription): Change => {
    checkReset(subscription, update)
    switch (update.kind) {
      case 'base':
        return updateBase(ruleContext, subscription, update)
      case 'seats':
        return changeSeats(ruleContext, subscription, { seats: update.seats, behavior: update.proration_behavior })
      case 'units':
        checkNotEnding(subscription)
        throw notUnitBased()
      case 'period':
        return changePeriodEnd(subscription, update.current_billing_period_end)
      case 'cancel':
        return update.cancel_at_period_end === false
          ? uncancelSubscription(subscription)
          : cancelSubscription(ruleContext, subscription, { ...update, immediately: false })
      case 'revoke':
        return cancelSubscription(ruleContext, subscription, { ...update, immediately: true })
      case 'pause':
        return update.pause_at_period_end
          ? schedulePause(ruleContext, subscription, update.resumes_at)
          : cancelScheduledPause(subscription)
      case 'resume':
        return resumeSubscription(ruleContext, subscription)
      case 'clear':
        return clearPending(ruleContext, subscription)
    }
  }

export function clearPending(ruleContext: RuleContext, subscription: Subscription): Change {
  if (!subscription.pending) {
    throw brokenField('pending_update', 'This subscription has no pending update to clear.', null)
  }
  dropPending(ruleContext, subscription)
  return {}
}

/** @throws ValidationError for `reset`, unless Polar has allowed it for the organization. */
function checkReset({ row }: Subscription, update: SubscriptionUpdate): void {
  const hasBehavior = update.kind === 'seats' || (update.kind === 'base' && update.product_id !== null)
  if (!hasBehavior || update.proration_behavior !== 'reset' || row.reset_proration_behavior_enabled) return
  const message = "The 'reset' proration behavior is not enabled for this organization."
  throw brokenField('proration_behavior', message, update.proration_behavior)
}

function updateBase(
  ruleContext: RuleContext,
  subscription: Subscription,
  update: SubscriptionUpdate & { kind: 'base' },
): Change {
  const { product_id, discount_id, trial_end, metadata, proration_behavior } = update
  const changes: Change[] = []
  if (product_id !== null) {
    const change = { productId: product_id, behavior: proration_behavior, discountId: discount_id }
    changes.push(changeProduct(ruleContext, subscription, change))
  } else if (discount_id !== undefined) changes.push(changeDiscount(ruleContext, subscription, discount_id))
  if (trial_end !== null) changes.push(changeTrial(ruleContext, subscription, trial_end))
  if (metadata !== undefined) subscription.row.metadata = metadata
  // The bill of a new period includes everything that an order would include.
  return changes.find(({ bill }) => bill === 'cycle') ?? changes.find(({ bill }) => bill !== undefined) ?? {}
}
