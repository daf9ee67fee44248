import { isDiscountOver } from '../../billing/isDiscountOver.ts'
import type { Database } from '../../storage/database/Database.ts'
import { balances } from '../../storage/billing/balances.ts'
import { billingEntries, type BillingEntryRow, type PendingEntry } from '../../storage/billing/billingEntries.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { products } from '../../storage/billing/products.ts'
import type { ProrationBehavior } from '../../storage/database/rows.ts'
import { resourceNotFound } from '../../domain/context/errors.ts'
import { applyUpdate } from '../state/applyUpdate.ts'
import { planProductChange, startSeats } from '../changes/changeProduct.ts'
import { checkSeatCount } from '../state/checkSeatCount.ts'
import { entryItems } from '../charges/entryItems.ts'
import { findProduct, type NewProduct } from '../state/findProduct.ts'
import { orderAmounts } from '../charges/orderAmounts.ts'
import { seatEntry } from '../charges/seatEntry.ts'
import { baseAmount, isActive, isFree, priceAmount, type Subscription } from '../state/Subscription.ts'

interface PreviewParams {
  database: Database
  subscription: Subscription
}

/**
 * Returns the cost of a change to this number of seats now, together with everything else that is unbilled. A change
 * during a trial costs nothing.
 */
export function previewSeats(
  { database, subscription }: PreviewParams,
  { seats, behavior, now }: { seats: number; behavior: ProrationBehavior | null; now: number },
) {
  checkSeatCount(subscription, seats)
  const effectiveBehavior = behavior ?? subscription.row.proration_behavior
  if (effectiveBehavior !== 'next_period' && subscription.row.status === 'trialing')
    return preview({ database, subscription }, [])
  const entry =
    effectiveBehavior === 'next_period'
      ? undefined
      : seatEntry(subscription, seats, { behavior: effectiveBehavior, now })
  return previewEntries({ database, subscription }, entry ? [entry] : [])
}

/** Returns the cost of a change to another product now, together with everything else that is unbilled. */
export function previewProduct(
  { database, subscription }: PreviewParams,
  change: { productId: string; mustBePublic: boolean; behavior: ProrationBehavior | null; now: number },
) {
  const { behavior, now } = change
  const { row } = subscription
  const target = findProduct(database, subscription, change)
  const effectiveBehavior = behavior ?? row.proration_behavior
  startSeats(subscription, target, effectiveBehavior)
  if (effectiveBehavior === 'next_period') return previewEntries({ database, subscription }, [])
  if (row.status === 'trialing') return previewEndOfTrial({ database, subscription }, target)
  const plan = planProductChange(subscription, target, {
    behavior: effectiveBehavior,
    now,
    discount: subscription.discount,
  })
  return previewEntries({ database, subscription }, plan.entries, target)
}

/** Returns the price of a whole new period, because a change of the product ends the trial. */
function previewEndOfTrial({ database, subscription }: PreviewParams, { product, prices }: NewProduct) {
  const changed = { ...subscription, row: { ...subscription.row }, prices }
  const lines = prices
    .filter((price) => !isFree(price))
    .map((price) => ({ amount: priceAmount(price, changed.row.seats), proration: false, label: product.name }))
  return preview({ database, subscription: changed }, lines)
}

/**
 * Returns the next charge: all prices, with a scheduled change applied, and everything unbilled.
 * @throws PolarError 404 if there is no next charge.
 */
export function previewCharge({ database, subscription }: PreviewParams) {
  const { row, pending } = subscription
  const hasCharge = isActive(row.status) || (row.status === 'paused' && row.resumes_at !== null)
  if (!hasCharge || ((row.cancel_at_period_end || row.ends_at !== null) && row.ended_at !== null)) {
    throw resourceNotFound('Not found')
  }
  const periodStart = row.current_period_end
  if (pending) {
    const product = pending.product_id === null ? undefined : products.byId(database, pending.product_id)
    applyUpdate(subscription, pending, {
      product,
      prices: product && products.prices(database, product.id),
      discount: pending.discount_id === null ? undefined : discounts.byId(database, pending.discount_id),
    })
  }
  const isEnding = row.cancel_at_period_end || row.ends_at !== null
  const base_amount = isEnding ? 0 : baseAmount(subscription)
  const { discount } = subscription
  const isDiscounted =
    discount !== undefined && !isDiscountOver(discount, row.discount_applied_at ?? periodStart, periodStart)
  const renewed = { ...subscription, discount: isDiscounted ? discount : undefined }
  const base = { amount: base_amount, proration: false, label: 'Subscription' }
  return { ...previewEntries({ database, subscription: renewed }, [], undefined, [base]), base_amount }
}

function previewEntries(
  { database, subscription }: PreviewParams,
  added: readonly BillingEntryRow[],
  target?: NewProduct,
  lines: readonly Line[] = [],
) {
  const unbilled = billingEntries.of(database, subscription.row.id)
  const product = products.byId(database, subscription.row.product_id)
  const namedEntries = added.map((entry): PendingEntry => {
    const newPrice = target?.prices.find(({ id }) => id === entry.price_id)
    const price = newPrice ?? subscription.prices.find(({ id }) => id === entry.price_id)
    return {
      ...entry,
      product_name: (newPrice ? target?.product.name : product?.name) ?? '',
      amount_type: price?.amount_type ?? 'fixed',
    }
  })
  const items = entryItems([...unbilled, ...namedEntries], subscription.row.seats).filter(({ proration }) => proration)
  return preview({ database, subscription }, [...lines, ...items])
}

interface Line {
  label: string
  amount: number
  proration: boolean
}

function preview({ database, subscription }: PreviewParams, lines: readonly Line[]) {
  const { row, discount } = subscription
  const prorations = lines.filter(({ proration }) => proration).map(({ label, amount }) => ({ label, amount }))
  return {
    base_amount: 0,
    metered_amount: 0,
    proration_amount: prorations.reduce((sum, { amount }) => sum + amount, 0),
    prorations,
    ...orderAmounts(lines, discount, balances.get(database, row.customer_id, row.currency)),
  }
}
