import * as z from 'zod/mini'
import { isObject, isText, isTextOrNull } from '../internal/runtime/is.ts'

/** A subscription's status. Values that Polar adds later are accepted too. */
export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused'
  | (string & {})

/**
 * The ways to charge for a change of the seat count that your code can choose from. `reset` works only if Polar has
 * enabled it for the organization.
 */
export type ProrationChoice = 'invoice' | 'prorate' | 'next_period' | 'reset'

/** Decides how a change of the seat count is charged. Values that Polar adds later are accepted too. */
export type ProrationBehavior = ProrationChoice | (string & {})

/** The price of one seat, for a range of seats. Amounts are in the currency's smallest unit. */
export interface SeatTier {
  min_seats: number
  /** `null` for no limit. */
  max_seats: number | null
  price_per_seat: number
}

/**
 * The prices of seats. With `volume`, the tier of the seat count sets the price of every seat. With `graduated`, each
 * seat has the price of its own tier.
 */
export interface SeatTiers {
  seat_tier_type: 'volume' | 'graduated' | (string & {})
  tiers: SeatTier[]
}

/** One of a subscription's prices: a `fixed` price is a base fee, a `seat_based` price has tiers. */
export interface SubscriptionPrice {
  amount_type: 'fixed' | 'seat_based' | 'free' | (string & {})
  /** Only with the type `fixed`. */
  price_amount?: number
  /** Only with the type `seat_based`. */
  seat_tiers?: SeatTiers
}

/** A change that takes effect at the end of the period. A field that is `null` does not change. */
export interface PendingSubscriptionUpdate {
  applies_at: string
  product_id: string | null
  seats: number | null
}

/** A discount on the whole subscription. Polar sends it only to an organization token. */
export interface SubscriptionDiscount {
  type: 'percentage' | 'fixed' | (string & {})
  duration: 'once' | 'forever' | 'repeating' | (string & {})
  /** With `percentage`: hundredths of a percent. */
  basis_points?: number
  /** With `fixed`: in the currency's smallest unit. */
  amount?: number
}

/**
 * The parts of a subscription that are about seats. Times are ISO strings in UTC; amounts are in the currency's
 * smallest unit.
 *
 * @see https://polar.sh/docs/api-reference/subscriptions/get
 */
export interface SeatSubscription {
  id: string
  status: SubscriptionStatus
  /** The seat count; `null` if the product has no seats. */
  seats: number | null
  /** The price of one period, after the discount and before tax, all prices together. */
  amount: number
  currency: string
  recurring_interval: 'day' | 'week' | 'month' | 'year' | (string & {})
  recurring_interval_count: number
  current_period_start: string
  current_period_end: string | null
  cancel_at_period_end: boolean
  ended_at: string | null
  /** The prices at which the subscription was bought, in no defined order. */
  prices: SubscriptionPrice[]
  pending_update: PendingSubscriptionUpdate | null
  trial_end?: string | null
  past_due_at?: string | null
  paused_at?: string | null
  /** Absent through `@seats/server`. `null` if there is no discount. */
  discount_id?: string | null
  /** Only with an organization token. */
  discount?: SubscriptionDiscount | null
  /** Only with an organization token. Without a billing address the tax is unknown. */
  customer?: { billing_address?: object | null }
  product?: {
    id: string
    name: string
    /** Only with a session: the organization's settings for its customers. */
    organization?: {
      proration_behavior?: ProrationBehavior
      organization_features?: { member_model_enabled?: boolean }
      customer_portal_settings?: { subscription?: { update_seats?: boolean } }
    }
  }
}

export function isSeatSubscription(value: unknown): value is SeatSubscription {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.status) &&
    (value.seats === null || Number.isInteger(value.seats)) &&
    typeof value.amount === 'number' &&
    isText(value.currency) &&
    isText(value.recurring_interval) &&
    Number.isInteger(value.recurring_interval_count) &&
    isText(value.current_period_start) &&
    isTextOrNull(value.current_period_end) &&
    typeof value.cancel_at_period_end === 'boolean' &&
    isTextOrNull(value.ended_at) &&
    Array.isArray(value.prices) &&
    value.prices.every(isPrice) &&
    (value.pending_update === null || isPendingUpdate(value.pending_update))
  )
}

function isPrice(value: unknown): value is SubscriptionPrice {
  if (!isObject(value) || !isText(value.amount_type)) return false
  if (value.amount_type === 'fixed') return Number.isInteger(value.price_amount)
  return value.amount_type !== 'seat_based' || isSeatTiers(value.seat_tiers)
}

const isSeatTiers = (value: unknown): value is SeatTiers =>
  isObject(value) &&
  isText(value.seat_tier_type) &&
  Array.isArray(value.tiers) &&
  value.tiers.length > 0 &&
  value.tiers.every(
    (tier) =>
      isObject(tier) &&
      Number.isInteger(tier.min_seats) &&
      (tier.max_seats === null || Number.isInteger(tier.max_seats)) &&
      typeof tier.price_per_seat === 'number',
  )

const isPendingUpdate = (value: unknown): value is PendingSubscriptionUpdate =>
  isObject(value) &&
  isText(value.applies_at) &&
  isTextOrNull(value.product_id) &&
  (value.seats === null || Number.isInteger(value.seats))

/** Checks the fields above and keeps every other field as it is. */
export const seatSubscriptionSchema: z.ZodMiniType<SeatSubscription> =
  /* @__PURE__ */ z.custom<SeatSubscription>(isSeatSubscription)
