import { misconfigured } from '../internal/input/misconfigured.ts'
import type { SeatSubscription, SeatTiers } from '../schemas/SeatSubscription.ts'
import { seatTiersOf } from './seatTiersOf.ts'

/**
 * Returns the price of a seat count for one period, in the currency's smallest unit. It uses only the tiers, without a
 * base fee, discount or tax. It sends no request, so you can call it for each step of an input.
 *
 * @param count the number of seats, 0 or more
 * @throws SeatsError `ConfigurationError` if the subscription has no seats, or `count` is not a whole number of 0 or
 * more
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, getSubscription, seatPrice } from '@seats/core'
 * import { formatMoney } from '@seats/core/messages'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const subscription = await getSubscription(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * console.log(`10 seats cost ${formatMoney(seatPrice(subscription, 10), subscription.currency)} a period`)
 * ```
 */
export function seatPrice(subscription: Pick<SeatSubscription, 'prices'>, count: number): number {
  const tiers = seatTiersOf(subscription)
  if (tiers === undefined) throw misconfigured('This subscription has no seats. Check `seats` first: it is null.')
  if (!Number.isInteger(count) || count < 0) throw misconfigured('A seat count is a whole number from 0.')
  return tierPrice(tiers, count)
}

/** A count outside all tiers has the price of the nearest tier. */
function tierPrice({ seat_tier_type, tiers }: SeatTiers, count: number): number {
  if (seat_tier_type !== 'graduated') {
    const tier = tiers.find(({ max_seats }) => max_seats === null || count <= max_seats) ?? tiers.at(-1)
    return count * (tier?.price_per_seat ?? 0)
  }
  const lastIndex = tiers.length - 1
  return tiers.reduce((total, { min_seats, max_seats, price_per_seat }, index) => {
    const firstSeat = index === 0 ? 1 : min_seats
    const lastSeat = index === lastIndex ? count : Math.min(count, max_seats ?? count)
    return total + Math.max(0, lastSeat - firstSeat + 1) * price_per_seat
  }, 0)
}
