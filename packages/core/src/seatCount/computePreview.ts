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

export interface AskedPrice {
  seats: number
  behavior: ProrationBehavior
  /** Polar's preview of this count; `undefined` if the server has none. */
  changed: PolarPreview | undefined
  /** Polar's preview of the current count: the unbilled amounts of earlier changes. */
  unchanged: PolarPreview | undefined
  nowMs: number
}

/**
 * Returns the price of this change of the seat count, without the other unbilled amounts that Polar's previews contain.
 */
export function computePreview(subscription: SeatSubscription, asked: AskedPrice): SeatCountPreview {
  const { seats, behavior, changed, unchanged, nowMs } = asked
  const { current_period_end, currency, pending_update } = subscription
  const from = { seats: subscription.seats ?? 0, pending_update: pickPending(pending_update), current_period_end }
  const asOf = new Date(nowMs).toISOString()
  const isLater = behavior === 'next_period'
  const period = periodPrice(subscription, seats)
  const known = changed && unchanged && changed.total_amount - unchanged.total_amount
  const ofChange = isLater ? 0 : (known ?? priceOfChange(subscription, seats, behavior, nowMs))
  return {
    subscription_id: subscription.id,
    seats,
    from,
    behavior,
    appliesAt: isLater ? (current_period_end ?? asOf) : asOf,
    ...charges(ofChange, asked, currency),
    earlierUnbilled: earlierUnbilled(ofChange, asked),
    tax: taxOf(subscription, asked),
    perPeriod: period.amount,
    currency,
    isEstimate: period.isEstimate || known === undefined,
    mayEndBelowSeated: isLater && seats < from.seats,
    asOf,
  }
}

const pickPending = (pending: PendingSubscriptionUpdate | null): PendingSubscriptionUpdate | null =>
  pending && { applies_at: pending.applies_at, product_id: pending.product_id, seats: pending.seats }

/** Without a preview of the current count, the tax of earlier changes cannot be separated from the tax of this one. */
function earlierUnbilled(ofChange: number, { changed, unchanged }: AskedPrice): number | null {
  if (unchanged) return unchanged.total_amount
  return changed?.tax_amount === 0 ? changed.total_amount - ofChange : null
}

type Charges = Pick<SeatCountPreview, 'dueNow' | 'onNextInvoice' | 'fromBalance'>

/** Polar previews the same amount as due whether it is charged now or later. */
function charges(ofChange: number, { behavior, changed }: AskedPrice, currency: string): Charges {
  if (behavior === 'next_period') return { dueNow: 0, onNextInvoice: 0, fromBalance: 0 }
  if (behavior === 'prorate') return { dueNow: 0, onNextInvoice: ofChange, fromBalance: 0 }
  const total = changed?.total_amount ?? ofChange
  const due = changed?.due_amount ?? Math.max(0, ofChange)
  // A smaller amount is not charged: the customer's balance goes down. An estimate may lack earlier changes.
  const dueNow = changed && due < minimumCharge(currency) ? 0 : due
  return { dueNow, onNextInvoice: 0, fromBalance: total - dueNow }
}

/** For a customer without a billing address, Polar answers a tax of 0. The tax is then unknown. */
function taxOf({ customer }: SeatSubscription, { behavior, changed, unchanged }: AskedPrice): number | null {
  if (behavior === 'next_period' || !changed || (behavior === 'prorate' && !unchanged)) return null
  if (!customer?.billing_address && changed.tax_amount === 0) return null
  return changed.tax_amount - (behavior === 'prorate' ? (unchanged?.tax_amount ?? 0) : 0)
}
