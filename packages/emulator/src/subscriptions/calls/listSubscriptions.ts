import type { Database } from '../../storage/database/Database.ts'
import { organizations } from '../../storage/people/organizations.ts'
import { products } from '../../storage/billing/products.ts'
import { subscriptions, type SubscriptionRow } from '../../storage/billing/subscriptions.ts'
import { isActive, isRevoked } from '../state/Subscription.ts'

/** The conditions that a subscription must meet. If a condition is undefined, every subscription meets it. */
interface Filter {
  isActive: boolean | undefined
  productIds: readonly string[] | undefined
  /** A part of the product's name, in any case. */
  name: string | undefined
}

/** A subscription with the names that lists are sorted by. */
interface ListedSubscription extends SubscriptionRow {
  product: string
  organization: string
}

/** Returns a customer's subscriptions that meet the filter, newest first. */
export function listSubscriptions(database: Database, customerId: string, filter: Filter): ListedSubscription[] {
  const { productIds, name } = filter
  return subscriptions
    .ofCustomer(database, customerId)
    .map((row) => ({
      ...row,
      product: products.byId(database, row.product_id)?.name ?? '',
      organization: organizations.byId(database, row.organization_id)?.slug ?? '',
    }))
    .filter(
      ({ status, product_id, product }) =>
        (productIds === undefined || productIds.includes(product_id)) &&
        (filter.isActive === undefined || (filter.isActive ? isActive : isRevoked)(status)) &&
        (name === undefined || product.toLowerCase().includes(name.toLowerCase())),
    )
}
