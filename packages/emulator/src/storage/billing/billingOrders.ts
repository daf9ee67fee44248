import type { Database } from '../database/Database.ts'

export interface OrderItem {
  id: string
  label: string
  amount: number
  proration: boolean
  product_price_id: string
}

/** An order of a subscription. `items` is JSON. */
export interface BillingOrderRow {
  id: string
  subscription_id: string
  product_id: string
  status: 'pending' | 'paid' | 'void'
  billing_reason:
    | 'subscription_update'
    | 'subscription_cycle'
    | 'subscription_cancel'
    | 'subscription_cycle_after_trial'
  subtotal_amount: number
  discount_amount: number
  applied_balance_amount: number
  currency: string
  discount_id: string | null
  invoice_number: string
  next_payment_attempt_at: number | null
  items: string
  created_at: number
  modified_at: number | null
}

export const billingOrders = {
  /** Oldest first. */
  pendingOf: (database: Database, subscriptionId: string) =>
    database.all<BillingOrderRow>(
      `SELECT ${columns} FROM billing_orders WHERE subscription_id = ? AND status = 'pending' ORDER BY number`,
      subscriptionId,
    ),

  isPending: (database: Database, id: string) =>
    database.get("SELECT 1 FROM billing_orders WHERE id = ? AND status = 'pending'", id) !== undefined,

  insert(database: Database, order: BillingOrderRow): void {
    database.insert('billing_orders', order)
  },

  update(database: Database, order: BillingOrderRow): void {
    database.update('billing_orders', order)
  },
}

const columns = `id, subscription_id, product_id, status, billing_reason, subtotal_amount, discount_amount,
  applied_balance_amount, currency, discount_id, invoice_number, next_payment_attempt_at, items, created_at, modified_at`
