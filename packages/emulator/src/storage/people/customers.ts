import type { Database } from '../database/Database.ts'
import { emailKey } from '../database/emailKey.ts'
import { stateMarks } from '../database/stateMarks.ts'
import type { CustomerRow } from '../database/rows.ts'

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

  /** Returns the customers with an email who have no owner among their members. */
  withoutOwner: (database: Database, organizationId: string) =>
    database.all<CustomerRow & { email: string }>(
      `SELECT customers.* FROM customers WHERE organization_id = ? AND email_key IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM members WHERE members.customer_id = customers.id AND role = 'owner' AND members.deleted_at IS NULL)`,
      organizationId,
    ),

  /** Marks a customer as deleted. Then `byEmail` and `byExternalId` no longer find the customer. */
  markDeleted(database: Database, id: string, now: number): void {
    stateMarks.insert(database, id, 'deleted')
    database.run(
      'UPDATE customers SET email_key = NULL, external_id = NULL, modified_at = ?1, deleted_at = ?1 WHERE id = ?2',
      now,
      id,
    )
  },

  insert(database: Database, customer: CustomerRow): void {
    database.insert('customers', {
      ...customer,
      email_key: customer.email === null ? null : emailKey(customer.email),
    })
  },

  /** Newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<CustomerRow & { is_active: number }>(
      `SELECT customers.*, EXISTS (
          SELECT 1 FROM sources WHERE sources.customer_id = customers.id AND kind = 'subscription'
            AND status IN ('trialing', 'active', 'past_due')
        ) AS is_active
        FROM customers LEFT JOIN marks ON marks.id = customers.id AND mark = 'deleted'
        WHERE organization_id = ? AND mark IS NULL ORDER BY created_at DESC, customers.rowid DESC`,
      organizationId,
    ),

  /** Writes the columns that a call can change. */
  update(database: Database, customer: CustomerRow): void {
    const { id, email, external_id, name, type, metadata, modified_at } = customer
    const email_key = email === null ? null : emailKey(email)
    database.update('customers', { id, email, email_key, external_id, name, type, metadata, modified_at })
  },

  setType(database: Database, id: string, type: CustomerRow['type'], modifiedAt: number): void {
    database.run('UPDATE customers SET type = ?, modified_at = ? WHERE id = ?', type, modifiedAt, id)
  },

  /** Returns the number of the customer's next invoice, and adds 1 to the stored number. The first number is 1. */
  takeInvoiceNumber: (database: Database, id: string): number =>
    database.get<{ number: number }>(
      'UPDATE customers SET next_invoice_number = next_invoice_number + 1 WHERE id = ? RETURNING next_invoice_number - 1 AS number',
      id,
    )?.number ?? 0,
}
