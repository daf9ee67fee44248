import type { Database } from '../database/Database.ts'

/** Customers' balances with the organization by currency. Credit is positive, debt negative. */
export const balances = {
  get: (database: Database, customerId: string, currency: string): number =>
    database.get<{ amount: number }>(
      'SELECT amount FROM balances WHERE customer_id = ? AND currency = ?',
      customerId,
      currency,
    )?.amount ?? 0,

  add(database: Database, customerId: string, currency: string, change: number): void {
    if (change === 0) return
    database.run(
      'INSERT INTO balances VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET amount = amount + excluded.amount',
      customerId,
      currency,
      change,
    )
  },
}
