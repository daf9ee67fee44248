import type { Database } from '../../storage/database/Database.ts'
import { products } from '../../storage/billing/products.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../state/loadSubscription.ts'
import { isActive, isRevoked, type Subscription } from '../state/Subscription.ts'

/** Undefined: no matter. */
interface Filter {
  isActive?: boolean | null
  productId?: string | null
  /** A part of the product's name. */
  name?: string | undefined
}

/** Returns a customer's subscriptions, newest first. */
export function listSubscriptions(database: Database, customerId: string, filter: Filter): Subscription[] {
  return subscriptions
    .ofCustomer(database, customerId)
    .filter(({ status, product_id }) => {
      if (filter.productId != null && product_id !== filter.productId) return false
      if (filter.isActive === true && !isActive(status)) return false
      if (filter.isActive === false && !isRevoked(status)) return false
      const name = products.byId(database, product_id)?.name ?? ''
      return filter.name === undefined || name.toLowerCase().includes(filter.name.toLowerCase())
    })
    .map((row) => subscriptionOf(database, row))
}
