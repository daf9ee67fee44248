import type { Database } from '../database/Database.ts'

/** A charge, or a credit (a negative amount), that is not part of an order yet. */
export interface BillingEntryRow {
  subscription_id: string
  type: 'cycle' | 'product_debit' | 'product_credit' | 'seats'
  price_id: string
  amount: number
  starts_at: number
  ends_at: number
  old_seats: number | null
  new_seats: number | null
}

/** An entry, with the name of the product and the kind of price. The entry's label on an order needs both. */
export interface PendingEntry extends BillingEntryRow {
  product_name: string
  amount_type: 'seat_based' | 'fixed'
}

export const billingEntries = {
  /** Oldest first. */
  of: (database: Database, subscriptionId: string) =>
    database.all<PendingEntry>(
      `SELECT billing_entries.*, products.name AS product_name, amount_type FROM billing_entries
        JOIN prices ON prices.id = price_id JOIN products ON products.id = product_id
        WHERE subscription_id = ? ORDER BY number`,
      subscriptionId,
    ),

  insert(database: Database, entry: BillingEntryRow): void {
    database.insert('billing_entries', entry)
  },

  clear(database: Database, subscriptionId: string): void {
    database.run('DELETE FROM billing_entries WHERE subscription_id = ?', subscriptionId)
  },
}
