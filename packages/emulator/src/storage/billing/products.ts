import type { FixedPrice, Price, SeatPrice } from '../../billing/Price.ts'
import type { Database } from '../database/Database.ts'
import type { ProductRow } from '../database/rows.ts'

interface PriceRow {
  id: string
  product_id: string
  amount_type: Price['amount_type']
  currency: string
  price_amount: number | null
  seat_tier_type: SeatPrice['seat_tier_type'] | null
  tiers: string | null
  created_at: number
}

export const products = {
  byId: (database: Database, id: string) => database.get<ProductRow>('SELECT * FROM products WHERE id = ?', id),

  firstOf: (database: Database, organizationId: string) =>
    database.get<{ id: string }>(
      'SELECT id FROM products WHERE organization_id = ? ORDER BY rowid LIMIT 1',
      organizationId,
    ),

  prices: (database: Database, productId: string): Price[] =>
    database.all<PriceRow>('SELECT * FROM prices WHERE product_id = ? ORDER BY rowid', productId).map(priceOf),

  insert(database: Database, product: ProductRow): void {
    database.insert('products', product)
  },

  insertPrice(database: Database, price: Price): void {
    database.insert('prices', {
      ...price,
      ...(price.amount_type === 'seat_based' && { tiers: JSON.stringify(price.tiers) }),
    })
  },
}

function priceOf({ price_amount, seat_tier_type, tiers, amount_type, ...price }: PriceRow): Price {
  if (amount_type === 'fixed') return { ...price, amount_type, price_amount: price_amount ?? 0 } satisfies FixedPrice
  return {
    ...price,
    amount_type,
    seat_tier_type: seat_tier_type ?? 'volume',
    tiers: JSON.parse(tiers ?? '[]') as SeatPrice['tiers'],
  } satisfies SeatPrice
}
