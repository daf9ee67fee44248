import { randomUUID } from 'node:crypto'
import type { Context } from '../../domain/context/Context.ts'
import { pendingUpdates, type PendingUpdateRow } from '../../storage/billing/pendingUpdates.ts'
import type { Subscription } from './Subscription.ts'

type PendingChanges = Partial<Omit<PendingUpdateRow, 'id' | 'subscription_id' | 'created_at' | 'modified_at'>>

/** Schedules a change for the next period. A change of the product and a change of the seats share one row. */
export function upsertPending({ database, clock }: Context, subscription: Subscription, changes: PendingChanges): void {
  const { row, pending } = subscription
  if (!pending) {
    subscription.pending = {
      id: randomUUID(),
      subscription_id: row.id,
      applies_at: row.current_period_end,
      product_id: null,
      seats: null,
      proration_behavior: 'next_period',
      new_cycle_start: null,
      new_cycle_end: null,
      discount_id: null,
      discount_unset: 0,
      ...changes,
      created_at: clock.now(),
      modified_at: null,
    }
    pendingUpdates.insert(database, subscription.pending)
    return
  }
  changePending({ database, clock }, subscription, { applies_at: row.current_period_end, ...changes })
}

/** Updates the scheduled change. `modified_at` changes if any other column has changed. */
export function changePending(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  subscription: Subscription,
  changes: PendingChanges,
): void {
  const { pending } = subscription
  if (!pending) return
  const changed = { ...pending, ...changes }
  const isSame = (Object.keys(changes) as Array<keyof PendingChanges>).every(
    (column) => changes[column] === pending[column],
  )
  if (isSame) return
  subscription.pending = { ...changed, modified_at: clock.now() }
  pendingUpdates.update(database, subscription.pending)
}

/** Drops the scheduled change. */
export function dropPending({ database }: Pick<Context, 'database'>, subscription: Subscription): void {
  pendingUpdates.remove(database, subscription.row.id)
  subscription.pending = undefined
}
