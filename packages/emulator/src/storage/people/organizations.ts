import type { Database } from '../database/Database.ts'
import type { OrganizationRow } from '../database/rows.ts'

export const organizations = {
  byId: (database: Database, id: string) =>
    database.get<OrganizationRow>('SELECT * FROM organizations WHERE id = ?', id),

  bySlug: (database: Database, slug: string) =>
    database.get<OrganizationRow>('SELECT * FROM organizations WHERE slug = ?', slug),

  insert(database: Database, organization: OrganizationRow): void {
    database.insert('organizations', organization)
  },

  update(database: Database, organization: OrganizationRow): void {
    database.update('organizations', organization)
  },
}
