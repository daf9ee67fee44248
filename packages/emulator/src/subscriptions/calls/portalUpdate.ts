import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { customers } from '../../storage/people/customers.ts'
import { stopsCollection } from '../views/cancelPreview.ts'
import {
  canCancel,
  cancelSubscription,
  canUncancel,
  uncancelSubscription,
  type Cancellation,
} from '../changes/cancelSubscription.ts'
import type { Change } from '../state/Change.ts'
import { changeProduct } from '../changes/changeProduct.ts'
import { cancelScheduledPause, resumeSubscription, schedulePause } from '../changes/pauseSubscription.ts'
import { changeSeats } from '../changes/changeSeats.ts'
import {
  alreadyCanceled,
  pauseNotAllowed,
  paymentMethodRequired,
  planChangeNotAllowed,
  revokeNotAllowed,
  seatChangeNotAllowed,
} from '../state/errors.ts'
import { isFree, type Subscription } from '../state/Subscription.ts'
import type { SubscriptionPreview, SubscriptionUpdate } from '../bodies/updateBodies.ts'
import { clearPending } from '../changes/updateSubscription.ts'

/** Returns a function that makes the change of a PATCH in the portal, if the organization allows this change. */
export const portalUpdate =
  (update: SubscriptionUpdate) =>
  (ruleContext: RuleContext, subscription: Subscription): Change => {
    switch (update.kind) {
      case 'base':
        if (!subscription.row.customer_portal_subscription_update_plan) throw planChangeNotAllowed()
        return changeProduct(ruleContext, subscription, {
          productId: update.product_id ?? '',
          behavior: null,
          mustBePublic: true,
        })
      case 'seats':
        checkSeatsAllowed(subscription)
        return changeSeats(ruleContext, subscription, { seats: update.seats, behavior: null })
      case 'cancel':
        if (update.cancel_at_period_end === null) return { isUnchanged: true }
        return update.cancel_at_period_end
          ? cancelSubscription(ruleContext, subscription, { ...update, immediately: false })
          : uncancel(ruleContext, subscription)
      case 'clear':
        return clearPending(ruleContext, subscription)
      case 'pause':
        checkPauseAllowed(subscription)
        return update.pause_at_period_end
          ? schedulePause(ruleContext, subscription, update.resumes_at)
          : cancelScheduledPause(subscription)
      case 'resume':
        checkPauseAllowed(subscription)
        if (subscription.row.status === 'paused') requireCard(ruleContext, subscription, 'resuming')
        return resumeSubscription(ruleContext, subscription)
      default:
        throw new Error(`A customer cannot ask for '${update.kind}'`)
    }
  }

/** Ends a subscription at the end of its period, as a DELETE in the portal does. */
export const portalCancel = (ruleContext: RuleContext, subscription: Subscription): Change =>
  cancelSubscription(ruleContext, subscription, { reason: null, comment: null, immediately: false })

/**
 * Returns a function that ends a subscription at once. The function throws unless the subscription is past due and has
 * no grace period.
 */
export const revokeInPortal =
  (reasons: Cancellation) =>
  (ruleContext: RuleContext, subscription: Subscription): Change => {
    if (!canCancel(subscription, true)) throw alreadyCanceled()
    if (!stopsCollection(subscription)) throw revokeNotAllowed()
    return cancelSubscription(ruleContext, subscription, { ...reasons, immediately: true })
  }

/** @throws PolarError if the organization does not let its customers make the previewed change. */
export function checkPortalPreview(subscription: Subscription, { kind }: SubscriptionPreview): void {
  if (kind === 'seats') checkSeatsAllowed(subscription)
  else if (!subscription.row.customer_portal_subscription_update_plan) throw planChangeNotAllowed()
}

function checkSeatsAllowed({ row }: Subscription): void {
  if (!row.customer_portal_subscription_update_seats) throw seatChangeNotAllowed()
}

function checkPauseAllowed({ row }: Subscription): void {
  if (!row.customer_portal_subscription_pause) throw pauseNotAllowed()
}

function uncancel(ruleContext: RuleContext, subscription: Subscription): Change {
  if (canUncancel(subscription)) requireCard(ruleContext, subscription, 'uncancelling')
  return uncancelSubscription(subscription)
}

/** @throws PolarError if the customer has no card, unless the subscription costs nothing. */
function requireCard(
  { database }: RuleContext,
  { row, prices }: Subscription,
  action: 'uncancelling' | 'resuming',
): void {
  if (prices.every(isFree)) return
  if (customers.byId(database, row.customer_id)?.payment_method == null) throw paymentMethodRequired(action)
}
