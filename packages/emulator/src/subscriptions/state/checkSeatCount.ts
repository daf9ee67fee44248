import { findSeatPrice, type SeatPrice } from '../../billing/Price.ts'
import type { PolarError } from '../../domain/context/PolarError.ts'
import { aboveMaximumSeats, alreadyCanceled, belowMinimumSeats, notSeatBased, seatsAlreadyAssigned } from './errors.ts'
import { isRevoked, type Subscription } from './Subscription.ts'

type SeatRule = (price: SeatPrice, seats: number, subscription: Subscription) => PolarError | undefined

// In the order of the checks.
const rules: readonly SeatRule[] = [
  ({ tiers }, seats) => {
    const minimum = tiers[0]?.min_seats ?? 1
    return seats < minimum ? belowMinimumSeats(minimum) : undefined
  },
  ({ tiers }, seats) => {
    const maximum = tiers.at(-1)?.max_seats ?? null
    return maximum !== null && seats > maximum ? aboveMaximumSeats(maximum) : undefined
  },
  (_price, seats, { row }) => (seats < row.assigned ? seatsAlreadyAssigned(seats, row.assigned) : undefined),
]

/**
 * @throws PolarError if a subscription cannot have this number of seats now. If several rules are broken, the first is
 * reported.
 */
export function checkSeatCount(subscription: Subscription, seats: number): void {
  checkNotEnding(subscription)
  const price = findSeatPrice(subscription.prices)
  if (!price) throw notSeatBased()
  for (const rule of rules) {
    const error = rule(price, seats, subscription)
    if (error) throw error
  }
}

/** @throws PolarError if the subscription has ended or ends with its period. */
export function checkNotEnding({ row }: Subscription): void {
  if (isRevoked(row.status) || row.cancel_at_period_end) throw alreadyCanceled()
}
