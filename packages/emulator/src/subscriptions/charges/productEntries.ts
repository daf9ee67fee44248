import { allocateDiscount, type Discount } from '../../billing/Discount.ts'
import type { Price } from '../../billing/Price.ts'
import { prorateHalfToEven, type RunningPeriod } from '../../billing/prorate.ts'
import type { BillingEntryRow } from '../../storage/billing/billingEntries.ts'
import { isFree, priceAmount } from '../state/Subscription.ts'

interface ProductPart {
  subscriptionId: string
  prices: readonly Price[]
  seats: number
  discount: Discount | undefined
  period: RunningPeriod
}

/** Returns the charges of a product for the rest of a period, one for each price. */
export function productEntries({ subscriptionId, prices, seats, discount, period }: ProductPart): BillingEntryRow[] {
  const priced = prices.filter((price) => !isFree(price))
  const amounts = priced.map((price) => priceAmount(price, seats))
  const discounts = discount ? allocateDiscount(discount, amounts) : []
  return priced.map((price, index) => ({
    subscription_id: subscriptionId,
    type: 'product_debit',
    price_id: price.id,
    amount: prorateHalfToEven((amounts[index] ?? 0) - (discounts[index] ?? 0), period),
    starts_at: period.now,
    ends_at: period.end,
    old_seats: null,
    new_seats: null,
  }))
}

/** Returns the charges of `productEntries` as credits. */
export const productCredits = (part: ProductPart): BillingEntryRow[] =>
  productEntries(part).map((entry) => ({ ...entry, type: 'product_credit', amount: 0 - entry.amount }))
