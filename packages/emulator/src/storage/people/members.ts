import type { Database } from '../database/Database.ts'
import { emailKey } from '../database/emailKey.ts'
import type { MemberRow } from '../database/rows.ts'

export const members = {
  byId: (database: Database, id: string) =>
    database.get<MemberRow>('SELECT * FROM members WHERE id = ? AND deleted_at IS NULL', id),

  /** Also finds a removed member, because seats and benefit grants still show that member. */
  byIdEvenRemoved: (database: Database, id: string) =>
    database.get<MemberRow>('SELECT * FROM members WHERE id = ?', id),

  /** Returns the members with a pending or claimed seat of a source, by their id. */
  seatedOn: (database: Database, sourceId: string): ReadonlyMap<string, MemberRow> =>
    new Map(
      database
        .all<MemberRow>(
          `SELECT members.* FROM seats JOIN members ON members.id = member_id
            WHERE source_id = ? AND seats.status IN ('pending', 'claimed')`,
          sourceId,
        )
        .map((member) => [member.id, member]),
    ),

  byExternalId: (database: Database, customerId: string, externalId: string) =>
    database.get<MemberRow>(
      'SELECT * FROM members WHERE customer_id = ? AND external_id = ? AND deleted_at IS NULL',
      customerId,
      externalId,
    ),

  byEmail: (database: Database, customerId: string, email: string) =>
    database.get<MemberRow>(
      'SELECT * FROM members WHERE customer_id = ? AND email_key = ?',
      customerId,
      emailKey(email),
    ),

  ownerOf: (database: Database, customerId: string) =>
    database.get<MemberRow>(
      `SELECT * FROM members WHERE customer_id = ? AND role = 'owner' AND deleted_at IS NULL`,
      customerId,
    ),

  /** Newest first. */
  ofCustomer: (database: Database, customerId: string) =>
    database.all<MemberRow>(
      'SELECT * FROM members WHERE customer_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, rowid DESC',
      customerId,
    ),

  /** Newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<MemberRow & { customer_external_id: string | null }>(
      `SELECT members.*, customers.external_id AS customer_external_id FROM customers
        JOIN members ON members.customer_id = customers.id
        WHERE organization_id = ? AND members.deleted_at IS NULL ORDER BY members.created_at DESC, members.rowid DESC`,
      organizationId,
    ),

  insert(database: Database, member: MemberRow): void {
    database.insert('members', { ...member, email_key: emailKey(member.email) })
  },

  update(database: Database, member: MemberRow): void {
    database.update('members', { ...member, email_key: emailKey(member.email) })
  },

  /** Marks a member as deleted, and removes their sessions. Another member can then have the email. */
  remove(database: Database, id: string, now: number): void {
    database.run('DELETE FROM sessions WHERE member_id = ?', id)
    database.run(`UPDATE members SET email_key = id, modified_at = ?1, deleted_at = ?1 WHERE id = ?2`, now, id)
  },
}
