import type { Database } from '../database/Database.ts'
import type { ProrationBehavior } from '../database/rows.ts'

/** A change for the next period. A subscription has at most one such change. */
export interface PendingUpdateRow {
  id: string
  subscription_id: string
  applies_at: number
  product_id: string | null
  seats: number | null
  proration_behavior: ProrationBehavior
  new_cycle_start: number | null
  new_cycle_end: number | null
  discount_id: string | null
  discount_unset: number
  created_at: number
  modified_at: number | null
}

export const pendingUpdates = {
  of: (database: Database, subscriptionId: string) =>
    database.get<PendingUpdateRow>('SELECT * FROM pending_updates WHERE subscription_id = ?', subscriptionId),

  insert(database: Database, update: PendingUpdateRow): void {
    database.insert('pending_updates', update)
  },

  update(database: Database, update: PendingUpdateRow): void {
    database.update('pending_updates', update)
  },

  remove(database: Database, subscriptionId: string): void {
    database.run('DELETE FROM pending_updates WHERE subscription_id = ?', subscriptionId)
  },
}
