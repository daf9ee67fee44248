import type { SeatCountPreview } from '../schemas/SeatCountPreview.ts'
import type { PendingSubscriptionUpdate, ProrationBehavior, SeatSubscription } from '../schemas/SeatSubscription.ts'
import { minimumCharge } from './minimumCharge.ts'
import { periodPrice } from './periodPrice.ts'
import { priceOfChange } from './priceOfChange.ts'

/** Polar's preview with all unbilled amounts. Amounts are in the currency's smallest unit and include tax. */
export interface PolarPreview {
  total_amount: number
  tax_amount: number
  /** The total minus the part that the balance pays. 0 if the total is a credit. */
  due_amount: number
}

export interface PreviewInput {
  seats: number
  behavior: ProrationBehavior
  /** Polar's preview of the new count; `undefined` if the server has none. */
  newCountPreview: PolarPreview | undefined
  /** Polar's preview of the current count: the unbilled amounts of earlier changes. `undefined` if Polar has none. */
  currentCountPreview: PolarPreview | undefined
  nowMs: number
}

/**
 * Returns the preview of a change. Polar's previews also contain the unbilled amounts of earlier changes, so the price
 * of this change is the difference between Polar's two previews. If a preview is missing, the price is estimated.
 */
export function computePreview(subscription: SeatSubscription, input: PreviewInput): SeatCountPreview {
  const { seats, behavior, newCountPreview, currentCountPreview, nowMs } = input
  const { current_period_end, currency, pending_update } = subscription
  const seenSubscription = {
    seats: subscription.seats ?? 0,
    pending_update: pickPending(pending_update),
    current_period_end,
  }
  const asOf = new Date(nowMs).toISOString()
  const isAtPeriodEnd = behavior === 'next_period'
  const period = periodPrice(subscription, seats)
  const priceDifference =
    newCountPreview && currentCountPreview && newCountPreview.total_amount - currentCountPreview.total_amount
  const changePrice = isAtPeriodEnd ? 0 : (priceDifference ?? priceOfChange(subscription, seats, behavior, nowMs))
  return {
    subscription_id: subscription.id,
    seats,
    from: seenSubscription,
    behavior,
    appliesAt: isAtPeriodEnd ? (current_period_end ?? asOf) : asOf,
    ...splitCharges(changePrice, input, currency),
    earlierUnbilled: earlierUnbilled(changePrice, input),
    tax: knownTax(subscription, input),
    perPeriod: period.amount,
    currency,
    isEstimate: period.isEstimate || priceDifference === undefined,
    mayEndBelowSeated: isAtPeriodEnd && seats < seenSubscription.seats,
    asOf,
  }
}

const pickPending = (pending: PendingSubscriptionUpdate | null): PendingSubscriptionUpdate | null =>
  pending && { applies_at: pending.applies_at, product_id: pending.product_id, seats: pending.seats }

/**
 * Returns the unbilled amount of earlier changes, or `null` if it is not known. If there is a tax and no preview of the
 * current count, nobody knows which part of the total belongs to earlier changes.
 */
function earlierUnbilled(changePrice: number, { newCountPreview, currentCountPreview }: PreviewInput): number | null {
  if (currentCountPreview) return currentCountPreview.total_amount
  return newCountPreview?.tax_amount === 0 ? newCountPreview.total_amount - changePrice : null
}

type Charges = Pick<SeatCountPreview, 'dueNow' | 'onNextInvoice' | 'fromBalance'>

/**
 * Divides the price into parts that are paid now, later and from the balance. Polar's preview does not separate them.
 */
function splitCharges(changePrice: number, { behavior, newCountPreview }: PreviewInput, currency: string): Charges {
  if (behavior === 'next_period') return { dueNow: 0, onNextInvoice: 0, fromBalance: 0 }
  if (behavior === 'prorate') return { dueNow: 0, onNextInvoice: changePrice, fromBalance: 0 }
  const total = newCountPreview?.total_amount ?? changePrice
  const dueAmount = newCountPreview?.due_amount ?? Math.max(0, changePrice)
  // Polar does not charge an amount below the minimum, but takes that amount from the customer's balance. An estimate
  // is shown as it is, because it may lack earlier changes.
  const dueNow = newCountPreview && dueAmount < minimumCharge(currency) ? 0 : dueAmount
  return { dueNow, onNextInvoice: 0, fromBalance: total - dueNow }
}

/**
 * Returns the tax, or `null` if the tax is not known. Without a billing address it is not known, even if Polar says 0.
 */
function knownTax(
  { customer }: SeatSubscription,
  { behavior, newCountPreview, currentCountPreview }: PreviewInput,
): number | null {
  if (behavior === 'next_period' || !newCountPreview || (behavior === 'prorate' && !currentCountPreview)) return null
  if (!customer?.billing_address && newCountPreview.tax_amount === 0) return null
  return newCountPreview.tax_amount - (behavior === 'prorate' ? (currentCountPreview?.tax_amount ?? 0) : 0)
}
