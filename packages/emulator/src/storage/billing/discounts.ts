import type { Discount } from '../../billing/Discount.ts'
import type { Database } from '../database/Database.ts'

export const discounts = {
  byId: (database: Database, id: string) => database.get<Discount>('SELECT * FROM discounts WHERE id = ?', id),

  insert(database: Database, discount: Discount): void {
    database.insert('discounts', discount)
  },
}
