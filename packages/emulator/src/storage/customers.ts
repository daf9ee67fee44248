import type { Database } from './Database.ts'
import { emailKey } from './emailKey.ts'
import { marks } from './marks.ts'
import type { CustomerRow } from './rows.ts'

export const customers = {
  byId: (database: Database, id: string) => database.get<CustomerRow>('SELECT * FROM customers WHERE id = ?', id),

  firstOf: (database: Database, organizationId: string) =>
    database.get<{ id: string }>(
      'SELECT id FROM customers WHERE organization_id = ? ORDER BY rowid LIMIT 1',
      organizationId,
    ),

  byExternalId: (database: Database, organizationId: string, externalId: string) =>
    database.get<CustomerRow>(
      'SELECT * FROM customers WHERE organization_id = ? AND external_id = ?',
      organizationId,
      externalId,
    ),

  byEmail: (database: Database, organizationId: string, email: string) =>
    database.get<CustomerRow>(
      'SELECT * FROM customers WHERE organization_id = ? AND email_key = ?',
      organizationId,
      emailKey(email),
    ),

  /** A deleted customer is found by its id alone. */
  markDeleted(database: Database, id: string): void {
    marks.insert(database, id, 'deleted')
    database.run('UPDATE customers SET email_key = NULL, external_id = NULL WHERE id = ?', id)
  },

  insert(database: Database, customer: CustomerRow): void {
    database.run(
      'INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      customer.id,
      customer.organization_id,
      customer.email,
      customer.email === null ? null : emailKey(customer.email),
      customer.external_id,
      customer.name,
      customer.type,
      customer.created_at,
      customer.modified_at,
    )
  },
}
