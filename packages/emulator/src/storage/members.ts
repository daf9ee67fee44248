import type { Database } from './Database.ts'
import { emailKey } from './emailKey.ts'
import type { MemberRow } from './rows.ts'

export const members = {
  byId: (database: Database, id: string) => database.get<MemberRow>('SELECT * FROM members WHERE id = ?', id),

  byExternalId: (database: Database, customerId: string, externalId: string) =>
    database.get<MemberRow>('SELECT * FROM members WHERE customer_id = ? AND external_id = ?', customerId, externalId),

  byEmail: (database: Database, customerId: string, email: string) =>
    database.get<MemberRow>(
      'SELECT * FROM members WHERE customer_id = ? AND email_key = ?',
      customerId,
      emailKey(email),
    ),

  ownerOf: (database: Database, customerId: string) =>
    database.get<MemberRow>(`SELECT * FROM members WHERE customer_id = ? AND role = 'owner'`, customerId),

  insert(database: Database, member: MemberRow): void {
    database.run(
      'INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      member.id,
      member.customer_id,
      member.email,
      emailKey(member.email),
      member.external_id,
      member.name,
      member.role,
      member.created_at,
      member.modified_at,
    )
  },

  link(database: Database, id: string, externalId: string, modifiedAt: number): void {
    database.run('UPDATE members SET external_id = ?, modified_at = ? WHERE id = ?', externalId, modifiedAt, id)
  },
}
