import type { Database } from '../database/Database.ts'
import { emailKey } from '../database/emailKey.ts'

export interface EmailRow {
  id: string
  recipient: string
  subject: string
  /** Null unless the email is an invitation. */
  claim_url: string | null
  seat_id: string | null
  sent_at: number
}

export const outbox = {
  /** Newest first. */
  all: (database: Database) => database.all<EmailRow>('SELECT * FROM emails ORDER BY number DESC'),

  to: (database: Database, recipient: string) =>
    database.all<EmailRow>('SELECT * FROM emails WHERE recipient_key = ? ORDER BY number DESC', emailKey(recipient)),

  insert(database: Database, email: EmailRow): void {
    database.run(
      'INSERT INTO emails VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)',
      email.id,
      email.recipient,
      emailKey(email.recipient),
      email.subject,
      email.claim_url,
      email.seat_id,
      email.sent_at,
    )
  },
}
