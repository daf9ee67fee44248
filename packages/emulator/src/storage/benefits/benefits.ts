import type { Database } from '../database/Database.ts'
import type { Visibility } from '../database/rows.ts'

/** A benefit that a product gives to the people with a seat, or to the paying customer if the product has no seats. */
export interface BenefitRow {
  id: string
  product_id: string
  organization_id: string
  description: string
  visibility: Visibility
  created_at: number
}

export const benefits = {
  byId: (database: Database, id: string) => database.get<BenefitRow>('SELECT * FROM benefits WHERE id = ?', id),

  ofProduct: (database: Database, productId: string) =>
    database.all<BenefitRow>('SELECT * FROM benefits WHERE product_id = ? ORDER BY rowid', productId),

  insert(database: Database, benefit: BenefitRow): void {
    database.insert('benefits', benefit)
  },
}
