import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { products } from '../../storage/billing/products.ts'
import type { Change } from '../state/Change.ts'
import { restartPeriod } from './changeSeats.ts'
import { createOrder } from '../renewal/createOrder.ts'
import { chargePeriod, dropDiscountThatIsOver } from '../renewal/cycle.ts'
import { brokenField, cannotPause, noScheduledPause, notPaused } from '../state/errors.ts'
import { mailCustomer } from '../messages/mailCustomer.ts'
import { updateGrants } from '../entitlement/updateGrants.ts'
import type { Subscription } from '../state/Subscription.ts'
import type { Datetime } from '../../validation/python/pydantic/parseDatetime.ts'

/**
 * Schedules a pause for the end of the period. Without `resumesAt`, the pause lasts until somebody resumes the
 * subscription.
 */
export function schedulePause(
  ruleContext: RuleContext,
  subscription: Subscription,
  resumesAt: Datetime | null,
): Change {
  const { row } = subscription
  const canPause =
    row.status === 'active' && !row.cancel_at_period_end && !row.pause_at_period_end && row.ends_at === null
  if (!canPause) throw cannotPause()
  if (resumesAt !== null && resumesAt.time <= row.current_period_end) {
    throw brokenField('resumes_at', 'resumes_at must be after the current period end.', resumesAt.iso)
  }
  row.pause_at_period_end = 1
  row.resumes_at = resumesAt?.time ?? null
  const name = products.byId(ruleContext.database, row.product_id)?.name ?? ''
  mailCustomer(ruleContext, row.customer_id, `Your ${name} subscription is paused`)
  return {}
}

export function cancelScheduledPause({ row }: Subscription): Change {
  if (!row.pause_at_period_end || row.status !== 'active') throw noScheduledPause()
  row.pause_at_period_end = 0
  row.resumes_at = null
  return {}
}

/** Ends a pause. A new period starts now and is charged. Revoked seats stay revoked. */
export function resumeSubscription(ruleContext: RuleContext, subscription: Subscription): Change {
  const { row } = subscription
  if (row.status !== 'paused') throw notPaused()
  row.status = 'active'
  row.paused_at = null
  row.resumes_at = null
  restartPeriod(subscription, ruleContext.clock.now())
  dropDiscountThatIsOver(subscription)
  chargePeriod(ruleContext, subscription)
  updateGrants(ruleContext, row.id)
  ruleContext.runLater(() => createOrder(ruleContext, subscription, { reason: 'subscription_cycle', mustPay: false }))
  return {}
}
