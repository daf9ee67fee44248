import { isDiscountOver } from '../../billing/isDiscountOver.ts'
import { endOfPeriod, dayOf } from '../../billing/endOfPeriod.ts'
import { PolarError } from '../../domain/context/PolarError.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { billingEntries } from '../../storage/billing/billingEntries.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { products } from '../../storage/billing/products.ts'
import { applyUpdate, setDiscount } from '../state/applyUpdate.ts'
import { createOrder } from './createOrder.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { sendSubscription } from '../messages/sendSubscription.ts'
import { updateGrants } from '../entitlement/updateGrants.ts'
import { revokeSeatsIfLapsed } from '../entitlement/revokeSeatsIfLapsed.ts'
import { isBillable, priceAmount, type Subscription } from '../state/Subscription.ts'
import { dropPending } from '../state/upsertPending.ts'

/** Does the work of Polar's scheduler at the end of a period: pauses, ends, or renews and charges the subscription. */
export function cycle(ruleContext: RuleContext, subscription: Subscription): void {
  const { row } = subscription
  if (!isBillable(row.status)) {
    throw new PolarError(403, 'NotBillableSubscription', `Subscription ${row.id} is not billable.`)
  }
  if (row.cancel_at_period_end) end(ruleContext, subscription)
  else if (row.pause_at_period_end) pause(ruleContext, subscription)
  else renew(ruleContext, subscription)
}

function pause(ruleContext: RuleContext, subscription: Subscription): void {
  const { row } = subscription
  row.status = 'paused'
  row.paused_at = ruleContext.clock.now()
  row.pause_at_period_end = 0
  revokeSeatsIfLapsed(ruleContext, subscription)
  saveSubscription(ruleContext, subscription)
}

function end(ruleContext: RuleContext, subscription: Subscription): void {
  const { row } = subscription
  row.ended_at = ruleContext.clock.now()
  row.status = 'canceled'
  revokeSeatsIfLapsed(ruleContext, subscription)
  saveSubscription(ruleContext, subscription)
  ruleContext.runLater(() => createOrder(ruleContext, subscription, { reason: 'subscription_cancel', mustPay: false }))
}

function renew(ruleContext: RuleContext, subscription: Subscription): void {
  const { row } = subscription
  const wasTrialing = row.status === 'trialing'
  const hasNewPeriod = applyScheduled(ruleContext, subscription)
  if (!hasNewPeriod) {
    row.current_period_start = row.current_period_end
    if (wasTrialing) row.anchor_day = dayOf(row.current_period_end)
    row.current_period_end = endOfPeriod(row.current_period_start, row, row.anchor_day)
  }
  dropDiscountThatIsOver(subscription)
  chargePeriod(ruleContext, subscription)
  if (wasTrialing) row.status = 'active'
  saveSubscription(ruleContext, subscription)
  updateGrants(ruleContext, row.id)
  sendSubscription(ruleContext, subscription, 'subscription.cycled')
  const reason = wasTrialing ? 'subscription_cycle_after_trial' : 'subscription_cycle'
  ruleContext.runLater(() => createOrder(ruleContext, subscription, { reason, mustPay: false }))
}

/**
 * Applies the change that was scheduled for the next period. Returns whether the change has already set that period,
 * because the new product has another interval.
 */
function applyScheduled(ruleContext: RuleContext, subscription: Subscription): boolean {
  const { pending, row } = subscription
  if (!pending) return false
  const { database } = ruleContext
  const product = pending.product_id === null ? undefined : products.byId(database, pending.product_id)
  const isOtherInterval =
    product !== undefined &&
    (product.recurring_interval !== row.recurring_interval ||
      product.recurring_interval_count !== row.recurring_interval_count)
  applyUpdate(subscription, pending, {
    product,
    prices: product && products.prices(database, product.id),
    discount: pending.discount_id === null ? undefined : discounts.byId(database, pending.discount_id),
  })
  dropPending(ruleContext, subscription)
  return isOtherInterval
}

/** Removes a discount whose months are over. The months are counted from the first period with the discount. */
export function dropDiscountThatIsOver(subscription: Subscription): void {
  const { discount, row } = subscription
  if (!discount) return
  row.discount_applied_at ??= row.current_period_start
  if (isDiscountOver(discount, row.discount_applied_at, row.current_period_start)) setDiscount(subscription, undefined)
}

/** Adds one unbilled charge for each price of the new period. */
export function chargePeriod({ database }: RuleContext, { row, prices }: Subscription): void {
  for (const price of prices) {
    billingEntries.insert(database, {
      subscription_id: row.id,
      type: 'cycle',
      price_id: price.id,
      amount: priceAmount(price, row.seats),
      starts_at: row.current_period_start,
      ends_at: row.current_period_end,
      old_seats: null,
      new_seats: null,
    })
  }
}
