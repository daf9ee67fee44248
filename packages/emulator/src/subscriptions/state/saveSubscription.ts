import type { Context } from '../../domain/context/Context.ts'
import { subscriptions, type SubscriptionRow } from '../../storage/billing/subscriptions.ts'
import type { Subscription } from './Subscription.ts'

/** Saves a subscription. `modified_at` changes if any other column has changed. */
export function saveSubscription({ database, clock }: Context, { row }: Subscription): void {
  const stored = subscriptions.byId(database, row.id)
  const isChanged = (Object.keys(row) as Array<keyof SubscriptionRow>).some(
    (column) => row[column] !== stored?.[column],
  )
  if (!isChanged) return
  row.modified_at = clock.now()
  subscriptions.update(database, row)
}
