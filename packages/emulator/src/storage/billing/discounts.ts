import type { Discount } from '../../billing/Discount.ts'
import type { Database } from '../database/Database.ts'

export const discounts = {
  byId: (database: Database, id: string) => database.get<Discount>('SELECT * FROM discounts WHERE id = ?', id),

  /** Counts one more use. */
  redeem(database: Database, id: string): void {
    database.run('UPDATE discounts SET redemptions_count = redemptions_count + 1 WHERE id = ?', id)
  },

  insert(database: Database, discount: Discount): void {
    database.insert('discounts', discount)
  },
}
