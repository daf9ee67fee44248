import type { Database } from '../database/Database.ts'
import type { MemberRole } from '../database/rows.ts'

export interface SessionRow {
  id: string
  token: string
  customer_id: string
  member_id: string | null
  return_url: string | null
  expires_at: number
  created_at: number
}

export const sessions = {
  insert(database: Database, session: SessionRow): void {
    database.run(
      'INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?)',
      session.id,
      session.token,
      session.customer_id,
      session.member_id,
      session.return_url,
      session.expires_at,
      session.created_at,
    )
  },

  removeOfCustomer(database: Database, customerId: string): void {
    database.run('DELETE FROM sessions WHERE customer_id = ?', customerId)
  },

  /**
   * Returns the session of a token, unless the session has ended. Member and role are null for a customer's session.
   */
  byToken: (database: Database, token: string, now: number) =>
    database.get<{
      customer_id: string
      member_id: string | null
      role: MemberRole | null
      return_url: string | null
      expires_at: number
    }>(
      `SELECT sessions.customer_id, member_id, role, return_url, expires_at FROM sessions LEFT JOIN members ON members.id = sessions.member_id
        WHERE token = ? AND expires_at > ?`,
      token,
      now,
    ),
}
