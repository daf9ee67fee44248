import { formatTime } from '../../clock/formatTime.ts'
import type { Price } from '../../billing/Price.ts'
import { benefitView } from '../../benefits/benefitView.ts'
import type { BenefitRow } from '../../storage/benefits/benefits.ts'
import type { ProductRow } from '../../storage/database/rows.ts'

/** Returns a price as the API shows it. */
export function priceView(price: Price, product: ProductRow) {
  const recurrence = product.recurring ? product.recurring_interval : null
  const base = {
    created_at: formatTime(price.created_at),
    modified_at: null,
    id: price.id,
    source: 'catalog',
    amount_type: price.amount_type,
    price_currency: price.currency,
    tax_behavior: null,
    is_archived: false,
    product_id: price.product_id,
    type: product.recurring ? 'recurring' : 'one_time',
    recurring_interval: recurrence,
  }
  if (price.amount_type === 'fixed') return { ...base, price_amount: price.price_amount }
  const { tiers, seat_tier_type } = price
  const minimum_seats = tiers[0]?.min_seats ?? 1
  const maximum_seats = tiers.at(-1)?.max_seats ?? null
  return {
    ...base,
    seat_tiers: { seat_tier_type, tiers, minimum_seats, maximum_seats },
    price_per_seat: tiers[0]?.price_per_seat ?? 0,
  }
}

/** Returns the fields that every view of a product has. */
export const productBase = (product: ProductRow) => ({
  id: product.id,
  created_at: formatTime(product.created_at),
  modified_at: null,
  trial_interval: null,
  trial_interval_count: null,
  name: product.name,
  description: null,
  visibility: product.visibility,
  recurring_interval: product.recurring ? product.recurring_interval : null,
  recurring_interval_count: product.recurring ? product.recurring_interval_count : null,
  meter_interval: null,
  meter_interval_count: null,
  is_recurring: product.recurring === 1,
  is_archived: product.is_archived === 1,
  organization_id: product.organization_id,
})

/** Returns a product as an organization sees it. */
export const productView = (product: ProductRow, prices: readonly Price[], benefits: readonly BenefitRow[]) => ({
  ...productBase(product),
  metadata: {},
  prices: prices.map((price) => priceView(price, product)),
  benefits: benefits.map(benefitView),
  medias: [],
  attached_custom_fields: [],
})
