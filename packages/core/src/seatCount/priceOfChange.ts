import type { ProrationBehavior, SeatSubscription } from '../schemas/SeatSubscription.ts'
import { discountAmounts } from './discountAmounts.ts'
import { baseFeeOf } from './periodPrice.ts'
import { seatPrice } from './seatPrice.ts'

/**
 * Returns the price of an immediate change, before tax: the difference of the seats' prices, less the discount, times
 * the remaining part of the period, rounded towards zero. With `reset`, returns the whole price of the new count.
 * During a trial, returns 0.
 *
 * @param nowMs the time in milliseconds since 1970
 */
export function priceOfChange(
  subscription: SeatSubscription,
  count: number,
  behavior: ProrationBehavior,
  nowMs: number,
): number {
  const { seats, status, current_period_start, current_period_end } = subscription
  if (status === 'trialing' || current_period_end === null || count === seats) return 0
  if (behavior === 'reset') return discountedSeatPrice(subscription, count)
  const start = Date.parse(current_period_start)
  const end = Date.parse(current_period_end)
  const partLeft = Math.max(0, Math.min(1, (end - nowMs) / (end - start)))
  const difference = discountedSeatPrice(subscription, count) - discountedSeatPrice(subscription, seats ?? 0)
  // Turns -0 into 0.
  return Math.trunc(difference * partLeft) + 0
}

function discountedSeatPrice(subscription: SeatSubscription, count: number): number {
  const price = seatPrice(subscription, count)
  const [discountAmount = 0] = discountAmounts(subscription.discount, [price, baseFeeOf(subscription)])
  return price - discountAmount
}
