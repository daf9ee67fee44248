import { discountAmount } from '../../billing/Discount.ts'
import { dayOf } from '../../billing/endOfPeriod.ts'
import { findSeatPrice } from '../../billing/Price.ts'
import { seatCharge } from '../../billing/seatCharge.ts'
import { dayMicroseconds } from '../../clock/dayMicroseconds.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { products } from '../../storage/billing/products.ts'
import { refs } from '../../storage/database/refs.ts'
import { subscriptions, type SubscriptionOwnRow } from '../../storage/billing/subscriptions.ts'
import { priceAmount } from '../../subscriptions/state/Subscription.ts'
import { decodeJson } from '../../validation/python/json/decodeJson.ts'
import { toJsonb } from '../../validation/python/json/toJsonb.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedSubscription } from '../schema/seedSchema.ts'

const monthMicroseconds = 30 * dayMicroseconds

/** Adds the data that only subscriptions have. */
export function addSubscription(
  seeding: Seeding,
  organization: SeededOrganization,
  { id, productId, seed }: { id: string; productId: string; seed: ParsedSubscription },
  path: string,
): void {
  const { database, clock } = seeding.context
  const product = products.byId(database, productId)
  const prices = products.prices(database, productId)
  if (!product) return
  const seatPrice = findSeatPrice(prices)
  if (seatPrice && seatCharge(seatPrice, seed.seats) === undefined) {
    seeding.problems.push({ path: `${path}.seats`, message: `${seed.seats} seats are above the product's last tier.` })
    return
  }
  const currency = prices[0]?.currency ?? 'usd'
  const discount = findDiscount(seeding, organization, seed.discount, { currency, path: `${path}.discount` })
  const fullAmount = prices.reduce((sum, price) => sum + priceAmount(price, seed.seats), 0)
  const now = clock.now()
  const start = seed.current_period_start ?? now
  const end = seed.current_period_end ?? start + monthMicroseconds
  if (end <= start) {
    seeding.problems.push({
      path: `${path}.current_period_end`,
      message: 'The period must end after current_period_start.',
    })
    return
  }
  subscriptions.insert(database, {
    id,
    amount: fullAmount - (discount ? discountAmount(discount, fullAmount) : 0),
    currency,
    recurring_interval: product.recurring_interval,
    recurring_interval_count: product.recurring_interval_count,
    anchor_day: dayOf(start),
    current_period_start: start,
    current_period_end: end,
    ...timesOf(seed, { start, end, now }),
    discount_id: discount?.id ?? null,
    discount_applied_at: null,
    customer_cancellation_reason: seed.customer_cancellation_reason,
    customer_cancellation_comment: seed.customer_cancellation_comment,
    metadata: toJsonb(decodeJson(JSON.stringify(seed.metadata))),
    created_at: now,
    modified_at: null,
  })
}

type Times = Pick<
  SubscriptionOwnRow,
  | 'trial_start'
  | 'trial_end'
  | 'cancel_at_period_end'
  | 'canceled_at'
  | 'started_at'
  | 'ends_at'
  | 'ended_at'
  | 'past_due_at'
  | 'pause_at_period_end'
  | 'paused_at'
  | 'resumes_at'
>

/**
 * Returns the times and schedules of a subscription. A time that the seed lacks follows from the status and the period,
 * or is null. For example, a trial lasts for the whole period.
 */
function timesOf(seed: ParsedSubscription, { start, end, now }: { start: number; end: number; now: number }): Times {
  const { status, cancel_at_period_end } = seed
  const timeOf = (value: number | null | undefined, isImplied: boolean, implied: number) =>
    value === undefined ? (isImplied ? implied : null) : value
  const hasEnded = status === 'canceled'
  const ended_at = timeOf(seed.ended_at, hasEnded, now)
  return {
    started_at: timeOf(seed.started_at, true, start),
    trial_start: timeOf(seed.trial_start, status === 'trialing', start),
    trial_end: timeOf(seed.trial_end, status === 'trialing', end),
    cancel_at_period_end: Number(cancel_at_period_end),
    canceled_at: timeOf(seed.canceled_at, hasEnded || cancel_at_period_end, now),
    ends_at: hasEnded ? ended_at : cancel_at_period_end ? end : null,
    ended_at,
    past_due_at: timeOf(seed.past_due_at, status === 'past_due' || status === 'unpaid', now),
    pause_at_period_end: Number(seed.pause_at_period_end),
    paused_at: timeOf(seed.paused_at, status === 'paused', now),
    resumes_at: seed.resumes_at ?? null,
  }
}

function findDiscount(
  { context: { database }, problems }: Seeding,
  { slug }: SeededOrganization,
  ref: string | undefined,
  { currency, path }: { currency: string; path: string },
) {
  if (ref === undefined) return undefined
  const id = refs.get(database, `${slug}/${ref}`)
  const discount = id === undefined ? undefined : discounts.byId(database, id)
  if (!discount) problems.push({ path, message: `There is no discount with the ref '${ref}'.` })
  else if (discount.currency !== null && discount.currency !== currency) {
    problems.push({
      path,
      message: `The discount '${ref}' is in ${discount.currency}, but the product is sold in ${currency}.`,
    })
  }
  return discount
}
