import * as z from 'zod/mini'
import { isObject, isText, isTextOrNull } from '../internal/runtime/is.ts'
import type { PendingSubscriptionUpdate, ProrationBehavior } from './SeatSubscription.ts'

/**
 * The fields of a subscription that a preview is for. Before a purchase, they are compared with the current
 * subscription.
 */
export interface SeenSeatCount {
  seats: number
  pending_update: PendingSubscriptionUpdate | null
  current_period_end: string | null
}

/**
 * The price of another seat count. All amounts are in the smallest unit of `currency`. `dueNow` is paid at once, and
 * `onNextInvoice` is added to the next invoice. Both are upper limits: they become smaller as the period goes on.
 */
export interface SeatCountPreview {
  subscription_id: string
  /** The new seat count. */
  seats: number
  /** The subscription as it was at the time of the preview. */
  from: SeenSeatCount
  behavior: ProrationBehavior
  /** The time at which the new count takes effect: `asOf`, or the end of the period. ISO, in UTC. */
  appliesAt: string
  /**
   * The amount that is charged at once. It includes `earlierUnbilled` and `tax`, but not the part in `fromBalance`. If
   * the amount is too small for a card, this is 0, and the whole amount is in `fromBalance`.
   */
  dueNow: number
  /** The amount that this change adds to the next invoice. Below 0 for a credit. */
  onNextInvoice: number
  /**
   * The amount of earlier changes that are not billed yet. With the behaviors `prorate` and `next_period` it is a part
   * of the next invoice, otherwise of `dueNow`. `null` if not known.
   */
  earlierUnbilled: number | null
  /** The tax in `dueNow` and `onNextInvoice`. `null` if it is not known yet. */
  tax: number | null
  /**
   * The amount that is paid from the customer's balance. The balance may fall below 0: then the next invoice includes
   * that debt. A negative amount is added to the balance.
   */
  fromBalance: number
  /** The price of each whole period after the change: the sum of all prices, less the discount, before tax. */
  perPeriod: number
  currency: string
  /** True if an amount may lack a part that only Polar knows, such as a discount or tax. */
  isEstimate: boolean
  /**
   * True if a smaller count takes effect later. Until then more people can get a seat, and nobody is removed when the
   * count becomes smaller.
   */
  mayEndBelowSeated: boolean
  /** The time of the preview. ISO, in UTC. */
  asOf: string
}

const amounts = ['dueNow', 'onNextInvoice', 'fromBalance', 'perPeriod']

export function isSeatCountPreview(value: unknown): value is SeatCountPreview {
  return (
    isObject(value) &&
    isText(value.subscription_id) &&
    Number.isInteger(value.seats) &&
    isObject(value.from) &&
    Number.isInteger(value.from.seats) &&
    (value.from.pending_update === null || isObject(value.from.pending_update)) &&
    isTextOrNull(value.from.current_period_end) &&
    isText(value.behavior) &&
    isText(value.appliesAt) &&
    amounts.every((name) => typeof value[name] === 'number') &&
    (value.earlierUnbilled === null || typeof value.earlierUnbilled === 'number') &&
    (value.tax === null || typeof value.tax === 'number') &&
    isText(value.currency) &&
    typeof value.isEstimate === 'boolean' &&
    typeof value.mayEndBelowSeated === 'boolean' &&
    isText(value.asOf)
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const seatCountPreviewSchema: z.ZodMiniType<SeatCountPreview> =
  /* @__PURE__ */ z.custom<SeatCountPreview>(isSeatCountPreview)
