import type { Database } from '../database/Database.ts'
import type { SourceRow } from '../database/rows.ts'

const select = `
  SELECT sources.id, sources.kind, sources.customer_id, sources.seats, sources.assigned, sources.status, products.id AS product_id,
    products.name AS product_name, organizations.id AS organization_id, organizations.slug AS organization_slug,
    organizations.name AS organization_name, seat_based_pricing_enabled, member_model_enabled
  FROM sources
  JOIN products ON products.id = sources.product_id
  JOIN organizations ON organizations.id = sources.organization_id`

const byId = `${select} WHERE sources.id = ?`
const byCheckout = `${select} WHERE sources.checkout_id = ? AND sources.customer_id = ? ORDER BY sources.kind = 'order' LIMIT 1`

type NewSource = Pick<
  SourceRow,
  'id' | 'kind' | 'organization_id' | 'product_id' | 'customer_id' | 'seats' | 'status'
> & {
  checkout_id: string | null
}

export const sources = {
  byId: (database: Database, id: string) => database.get<SourceRow>(byId, id),

  /** Returns the source that a checkout created. If there are two, returns the subscription. */
  byCheckout: (database: Database, checkoutId: string, customerId: string) =>
    database.get<SourceRow>(byCheckout, checkoutId, customerId),

  insert(database: Database, source: NewSource): void {
    database.run(
      'INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)',
      source.id,
      source.kind,
      source.organization_id,
      source.product_id,
      source.customer_id,
      source.checkout_id,
      source.seats,
      source.status,
    )
  },

  setSeats: (database: Database, id: string, seats: number) =>
    database.run('UPDATE sources SET seats = ? WHERE id = ?', seats, id),
}
