import type { Database } from './Database.ts'

interface NewProduct {
  id: string
  organization_id: string
  name: string
  recurring: boolean
}

export const products = {
  byId: (database: Database, id: string) => database.get<{ id: string }>('SELECT id FROM products WHERE id = ?', id),

  firstOf: (database: Database, organizationId: string) =>
    database.get<{ id: string }>(
      'SELECT id FROM products WHERE organization_id = ? ORDER BY rowid LIMIT 1',
      organizationId,
    ),

  insert(database: Database, { id, organization_id, name, recurring }: NewProduct): void {
    database.run('INSERT INTO products VALUES (?, ?, ?, ?)', id, organization_id, name, Number(recurring))
  },
}
