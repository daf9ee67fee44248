import type { SeatSubscription } from '../schemas/SeatSubscription.ts'
import { discountAmounts } from './discountAmounts.ts'
import { seatPrice } from './seatPrice.ts'

/** The price of a whole period, before tax. */
export interface PeriodPrice {
  amount: number
  /**
   * True if a part is unknown: the discount, its end, a price of another kind, or the scheduled product. Then `amount`
   * is the price without the unknown part.
   */
  isEstimate: boolean
}

/** Returns the price of one period with this seat count: every price, less the discount. */
export function periodPrice(subscription: SeatSubscription, count: number): PeriodPrice {
  const { prices, discount, discount_id, pending_update } = subscription
  const baseFee = baseFeeOf(subscription)
  const total = baseFee + seatPrice(subscription, count)
  const isDiscountUnknown = discount ? discount.duration !== 'forever' : discount_id !== null
  // A discount with an end may no longer apply in that period.
  const [discountAmount = 0] = isDiscountUnknown ? [] : discountAmounts(discount, [total])
  const isPriceUnknown = prices.some(({ amount_type }) => !['fixed', 'seat_based', 'free'].includes(amount_type))
  const isProductUnknown = (pending_update?.product_id ?? null) !== null
  return { amount: total - discountAmount, isEstimate: isDiscountUnknown || isPriceUnknown || isProductUnknown }
}

/** Returns the sum of the prices that do not depend on the seat count. */
export const baseFeeOf = ({ prices }: SeatSubscription): number =>
  prices.reduce((sum, { amount_type, price_amount = 0 }) => sum + (amount_type === 'fixed' ? price_amount : 0), 0)
