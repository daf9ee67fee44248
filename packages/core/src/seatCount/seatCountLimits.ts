import type { SeatSubscription } from '../schemas/SeatSubscription.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { seatTiersOf } from './seatTiersOf.ts'

/** The seat counts that can be bought, and the number of seats that people have now. */
export interface SeatCountLimits {
  /** The smallest count: what the price allows, but not fewer than `assigned`. */
  minimum: number
  /** The largest count that the price allows. */
  maximum: number
  /** The number of claimed and pending seats. */
  assigned: number
  /** The number of pending seats. */
  pending: number
}

/** The largest seat count that Polar can store. */
export const maxSeatCount: number = 2 ** 31 - 1

/**
 * Returns the smallest and the largest seat count that can be bought.
 *
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { seatCountLimits, type SeatSubscription, type SeatsList } from '@seats/core'
 *
 * const canBuyMore = (subscription: SeatSubscription, roster: SeatsList) =>
 *   seatCountLimits(subscription, roster).maximum > roster.total_seats
 * ```
 */
export function seatCountLimits(
  subscription: Pick<SeatSubscription, 'prices'>,
  roster: Pick<SeatsList, 'seats'>,
): SeatCountLimits {
  const tiers = seatTiersOf(subscription)?.tiers ?? []
  const pending = roster.seats.filter(({ status }) => status === 'pending').length
  const assigned = pending + roster.seats.filter(({ status }) => status === 'claimed').length
  return {
    minimum: Math.max(1, tiers[0]?.min_seats ?? 1, assigned),
    maximum: tiers.at(-1)?.max_seats ?? maxSeatCount,
    assigned,
    pending,
  }
}
