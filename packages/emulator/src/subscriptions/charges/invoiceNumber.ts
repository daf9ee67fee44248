import { customers } from '../../storage/people/customers.ts'
import type { Database } from '../../storage/database/Database.ts'
import { organizations } from '../../storage/people/organizations.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'

/** Returns the number of a customer's next invoice, like `ACME-1A2B3C4D-0001`. Each call returns another number. */
export function invoiceNumber(database: Database, { id, organization_id }: CustomerRow): string {
  const slug = organizations.byId(database, organization_id)?.slug ?? ''
  const number = String(customers.takeInvoiceNumber(database, id)).padStart(4, '0')
  return `${slug}-${id.slice(0, 8)}-${number}`.toUpperCase()
}
