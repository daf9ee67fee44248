import type { Discount } from '../../billing/Discount.ts'
import { dayOf, endOfPeriod } from '../../billing/endOfPeriod.ts'
import { findSeatPrice } from '../../billing/Price.ts'
import { assignSeat } from '../../domain/seats/assignSeat.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { billingEntries, type BillingEntryRow } from '../../storage/billing/billingEntries.ts'
import { customers } from '../../storage/people/customers.ts'
import type { ProrationBehavior } from '../../storage/database/rows.ts'
import { sources } from '../../storage/seats/sources.ts'
import { applyUpdate } from '../state/applyUpdate.ts'
import type { Change } from '../state/Change.ts'
import { redeemDiscount } from './changeDiscount.ts'
import { brokenField } from '../state/errors.ts'
import { findProduct, type NewProduct } from '../state/findProduct.ts'
import { sendCustomer } from '../messages/sendCustomer.ts'
import { mailCustomer } from '../messages/mailCustomer.ts'
import { productCredits, productEntries } from '../charges/productEntries.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { updateGrants } from '../entitlement/updateGrants.ts'
import type { Subscription } from '../state/Subscription.ts'
import { dropPending, upsertPending } from '../state/upsertPending.ts'

interface ProductChange {
  productId: string
  behavior: ProrationBehavior | null
  /** Undefined keeps the discount, null removes it. */
  discountId?: string | null | undefined
  /** True if the product must be public, which means that customers may choose it. */
  mustBePublic?: boolean
}

/** Changes the product of a subscription, at once or from the next period on. */
export function changeProduct(ruleContext: RuleContext, subscription: Subscription, change: ProductChange): Change {
  const { row } = subscription
  const target = findProduct(ruleContext.database, subscription, change)
  const discount = change.discountId ? redeemDiscount(ruleContext, subscription, change.discountId) : undefined
  const isDiscountUnset = change.discountId === null
  const behavior = change.behavior ?? row.proration_behavior
  const getsSeats = startSeats(subscription, target, behavior)
  const wasTrialing = row.status === 'trialing'
  const changeTime = behavior === 'next_period' ? row.current_period_end : ruleContext.clock.now()
  const nextDiscount = isDiscountUnset ? undefined : (discount ?? subscription.discount)
  const { entries, cycle } = planProductChange(subscription, target, {
    behavior,
    now: changeTime,
    discount: nextDiscount,
  })

  if (behavior === 'next_period') {
    upsertPending(ruleContext, subscription, {
      product_id: target.product.id,
      new_cycle_start: cycle.start,
      new_cycle_end: cycle.end,
      ...((discount !== undefined || isDiscountUnset) && {
        discount_id: discount?.id ?? null,
        discount_unset: Number(isDiscountUnset),
      }),
    })
    return {}
  }
  dropPending(ruleContext, subscription)
  if (!wasTrialing) for (const entry of entries) billingEntries.insert(ruleContext.database, entry)
  const update = { new_cycle_start: cycle.start, new_cycle_end: cycle.end, seats: null }
  applyUpdate(subscription, { ...update, discount_unset: Number(isDiscountUnset) }, { ...target, discount })
  if (wasTrialing) {
    row.trial_end = changeTime
    row.current_period_end = changeTime
  }
  saveSubscription(ruleContext, subscription)
  if (getsSeats) seatPayingCustomer(ruleContext, subscription)
  updateGrants(ruleContext, row.id)
  if (behavior !== 'invoice') {
    mailCustomer(ruleContext, row.customer_id, `Your subscription has changed to ${target.product.name}`)
  }
  if (wasTrialing) return { bill: 'cycle' }
  const isDueNow = behavior !== 'prorate' || cycle.isOtherInterval
  return isDueNow && entries.length > 0 ? { bill: 'invoice' } : {}
}

/**
 * If only the new product has seats, gives the subscription the smallest number of seats that the new price allows.
 * Returns true if the subscription got seats.
 * @throws ValidationError if such a change is for the next period.
 */
export function startSeats({ row, prices }: Subscription, target: NewProduct, behavior: ProrationBehavior): boolean {
  const seatPrice = findSeatPrice(target.prices)
  if (!seatPrice || findSeatPrice(prices)) return false
  if (behavior === 'next_period') {
    const message =
      "Switching from a non-seat to a seat-based product must apply immediately and can't use the 'next_period' proration behavior."
    throw brokenField('proration_behavior', message, behavior)
  }
  row.seats = seatPrice.tiers[0]?.min_seats ?? 1
  return true
}

/** Returns the charges and credits of a change of the product, and the period after it. */
export function planProductChange(
  { row, prices, discount: oldDiscount }: Subscription,
  { product, prices: newPrices }: NewProduct,
  { behavior, now, discount }: { behavior: ProrationBehavior; now: number; discount: Discount | undefined },
): { entries: BillingEntryRow[]; cycle: { start: number; end: number; isOtherInterval: boolean } } {
  const isOtherInterval =
    product.recurring_interval !== row.recurring_interval ||
    product.recurring_interval_count !== row.recurring_interval_count
  const startsNow = isOtherInterval || behavior === 'reset'
  const start = startsNow ? now : row.current_period_start
  const end = startsNow ? endOfPeriod(now, product, dayOf(now)) : row.current_period_end
  const common = { subscriptionId: row.id, seats: row.seats }
  const period = { start: row.current_period_start, end: row.current_period_end, now }
  const credits = behavior === 'reset' ? [] : productCredits({ ...common, prices, discount: oldDiscount, period })
  const debits = productEntries({ ...common, prices: newPrices, discount, period: { start, end, now } })
  return { entries: [...credits, ...debits], cycle: { start, end, isOtherInterval } }
}

/** Makes the paying customer a team and gives them the first seat, so that they also have benefits after the change. */
function seatPayingCustomer(ruleContext: RuleContext, { row }: Subscription): void {
  const customer = customers.byId(ruleContext.database, row.customer_id)
  if (customer?.type === 'individual') {
    customers.setType(ruleContext.database, customer.id, 'team', ruleContext.clock.now())
    sendCustomer(ruleContext, customer.id, 'customer.updated')
  }
  const source = sources.byId(ruleContext.database, row.id)
  if (!source) return
  assignSeat(ruleContext, source, {
    subscription_id: row.id,
    order_id: null,
    email: null,
    external_customer_id: null,
    customer_id: row.customer_id,
    external_member_id: null,
    member_id: null,
    metadata: null,
    immediate_claim: true,
  })
  row.assigned += 1
}
