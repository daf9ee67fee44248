import { endOfPeriod, dayOf } from '../../billing/endOfPeriod.ts'
import { findSeatPrice } from '../../billing/Price.ts'
import { prorateTowardsZero } from '../../billing/prorate.ts'
import type { BillingEntryRow } from '../../storage/billing/billingEntries.ts'
import type { ProrationBehavior } from '../../storage/database/rows.ts'
import { discountedSeatCharge, type Subscription } from '../state/Subscription.ts'

/**
 * Returns the charge or credit if the number of seats changes to `seats` at the time `now`. Returns undefined if the amount rounds to 0.
 */
export function seatEntry(
  subscription: Subscription,
  seats: number,
  { behavior, now }: { behavior: ProrationBehavior; now: number },
): BillingEntryRow | undefined {
  const { row, prices } = subscription
  const price = findSeatPrice(prices)
  if (!price) return undefined
  const isReset = behavior === 'reset'
  const newCharge = discountedSeatCharge(subscription, seats)
  const period = { start: row.current_period_start, end: row.current_period_end, now }
  const amount = isReset
    ? newCharge
    : prorateTowardsZero(newCharge - discountedSeatCharge(subscription, row.seats), period)
  if (amount === 0) return undefined
  return {
    subscription_id: row.id,
    type: 'seats',
    price_id: price.id,
    amount,
    starts_at: now,
    ends_at: isReset ? endOfPeriod(now, row, dayOf(now)) : row.current_period_end,
    old_seats: row.seats,
    new_seats: seats,
  }
}
