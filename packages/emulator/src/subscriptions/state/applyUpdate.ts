import { dayOf } from '../../billing/endOfPeriod.ts'
import type { Discount } from '../../billing/Discount.ts'
import type { Price } from '../../billing/Price.ts'
import type { ProductRow } from '../../storage/database/rows.ts'
import type { PendingUpdateRow } from '../../storage/billing/pendingUpdates.ts'
import { updateAmount, type Subscription } from './Subscription.ts'

type Update = Pick<PendingUpdateRow, 'new_cycle_start' | 'new_cycle_end' | 'seats' | 'discount_unset'>

/** The objects that an update refers to. */
export interface Target {
  product?: ProductRow | undefined
  prices?: readonly Price[] | undefined
  discount?: Discount | undefined
}

/** Applies an update to a subscription. */
export function applyUpdate(subscription: Subscription, update: Update, { product, prices, discount }: Target): void {
  const { row } = subscription
  if (product && prices) {
    row.product_id = product.id
    subscription.prices = prices
    row.recurring_interval = product.recurring_interval
    row.recurring_interval_count = product.recurring_interval_count
  }
  if (update.new_cycle_start !== null) {
    row.current_period_start = update.new_cycle_start
    row.anchor_day = dayOf(update.new_cycle_start)
  }
  if (update.new_cycle_end !== null) row.current_period_end = update.new_cycle_end
  if (update.seats !== null) row.seats = update.seats
  if (update.discount_unset) setDiscount(subscription, undefined)
  else if (discount) setDiscount(subscription, discount)
  updateAmount(subscription)
}

/** Sets or removes the discount of a subscription. The discount's duration starts when the discount is first used. */
export function setDiscount(subscription: Subscription, discount: Discount | undefined): void {
  subscription.discount = discount
  subscription.row.discount_id = discount?.id ?? null
  subscription.row.discount_applied_at = null
  updateAmount(subscription)
}
