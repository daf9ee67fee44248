import { allocateDiscount, discountAmount, type Discount } from '../../billing/Discount.ts'
import { findFixedPrice, findSeatPrice, type Price } from '../../billing/Price.ts'
import { seatCharge } from '../../billing/seatCharge.ts'
import type { PendingUpdateRow } from '../../storage/billing/pendingUpdates.ts'
import type { SubscriptionRow } from '../../storage/billing/subscriptions.ts'
import { invalidQuantity } from './errors.ts'

/** A subscription that a rule works on. The rule changes the row, which is saved at the end. */
export interface Subscription {
  row: SubscriptionRow
  prices: readonly Price[]
  discount: Discount | undefined
  pending: PendingUpdateRow | undefined
}

const active: ReadonlySet<string> = new Set(['trialing', 'active'])
const revoked: ReadonlySet<string> = new Set(['canceled', 'unpaid'])

/** Returns whether Polar counts a status as active, which means that benefits are granted. */
export const isActive = (status: string): boolean => active.has(status)
export const isRevoked = (status: string): boolean => revoked.has(status)
export const isBillable = (status: string): boolean => active.has(status) || status === 'past_due'

/** Returns the amount of one price for a period, before the discount. */
export function priceAmount(price: Price, seats: number): number {
  if (price.amount_type === 'fixed') return price.price_amount
  const charge = seatCharge(price, seats)
  if (charge === undefined) throw invalidQuantity(seats)
  return charge
}

export const isFree = (price: Price): boolean =>
  price.amount_type === 'fixed'
    ? price.price_amount === 0
    : price.tiers.every(({ price_per_seat }) => price_per_seat === 0)

/** Returns the amount of all prices for a period, before the discount. */
export const baseAmount = ({ prices, row }: Pick<Subscription, 'prices' | 'row'>): number =>
  prices.reduce((sum, price) => sum + priceAmount(price, row.seats), 0)

/** Sets the subscription's amount, after its prices, seats or discount have changed. */
export function updateAmount(subscription: Subscription): void {
  const base = baseAmount(subscription)
  const { discount, row } = subscription
  row.amount = base - (discount ? discountAmount(discount, base) : 0)
}

/**
 * Returns the charge for a number of seats, minus the seats' part of the discount. The rest of the discount belongs to
 * the base fee.
 */
export function discountedSeatCharge({ prices, discount }: Subscription, seats: number): number {
  const seatPrice = findSeatPrice(prices)
  if (!seatPrice) return 0
  const charge = priceAmount(seatPrice, seats)
  if (!discount) return charge
  const fixedPrice = findFixedPrice(prices)
  const amounts = fixedPrice ? [fixedPrice.price_amount, charge] : [charge]
  return charge - (allocateDiscount(discount, amounts).at(-1) ?? 0)
}
