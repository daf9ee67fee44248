import { findSeatPrice, type Price } from '../../billing/Price.ts'
import type { Database } from '../../storage/database/Database.ts'
import { products } from '../../storage/billing/products.ts'
import type { ProductRow } from '../../storage/database/rows.ts'
import { checkNotEnding } from './checkSeatCount.ts'
import { brokenField } from './errors.ts'
import type { Subscription } from './Subscription.ts'

/** The new product of a subscription, with its prices in the subscription's currency. */
export interface NewProduct {
  product: ProductRow
  prices: readonly Price[]
}

/**
 * Returns the product that a subscription changes to.
 * @throws PolarError or ValidationError if the subscription cannot change to this product.
 */
export function findProduct(
  database: Database,
  subscription: Subscription,
  { productId, mustBePublic = false }: { productId: string; mustBePublic?: boolean },
): NewProduct {
  checkNotEnding(subscription)
  const { row } = subscription
  const refuse = (message: string) => brokenField('product_id', message, productId)
  const product = products.byId(database, productId)
  if (product?.organization_id !== row.organization_id) throw refuse('Product does not exist.')
  if (product.is_archived) throw refuse('Product is archived.')
  if (mustBePublic && product.visibility !== 'public') throw refuse('Product visibility is not allowed.')
  if (!product.recurring) throw refuse('Product is not recurring.')
  const prices = products.prices(database, productId).filter(({ currency }) => currency === row.currency)
  if (prices.length === 0) throw refuse("This product doesn't have a price for the subscription currency.")
  if (findSeatPrice(subscription.prices) && !findSeatPrice(prices)) {
    throw refuse("Can't switch from a seat-based to a non-seat-based product.")
  }
  return { product, prices }
}
