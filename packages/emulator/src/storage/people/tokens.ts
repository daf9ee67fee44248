import type { Database } from '../database/Database.ts'

export const tokens = {
  byToken: (database: Database, token: string) =>
    database.get<{ organization_id: string; scopes: string }>(
      'SELECT organization_id, scopes FROM tokens WHERE token = ?',
      token,
    ),

  insert(database: Database, token: string, organizationId: string, scopes: readonly string[]): void {
    database.run('INSERT INTO tokens VALUES (?, ?, ?)', token, organizationId, scopes.join(' '))
  },
}
