import type { Database } from './Database.ts'
import { emailKey } from './emailKey.ts'
import type { MemberRow, SeatRow } from './rows.ts'

const columns = `
  seats.id, source_id, sources.kind AS source_kind, seats.status, seats.customer_id, member_id, seats.email,
  invitation_token, invitation_token_expires_at, claimed_at, revoked_at, metadata, seats.created_at, seats.modified_at`
const from = 'FROM seats JOIN sources ON sources.id = seats.source_id'

export const seats = {
  byId: (database: Database, id: string) => database.get<SeatRow>(`SELECT ${columns} ${from} WHERE seats.id = ?`, id),

  byInvitationToken: (database: Database, token: string) =>
    database.get<SeatRow>(`SELECT ${columns} ${from} WHERE invitation_token = ?`, token),

  ofSource: (database: Database, sourceId: string) =>
    database.all<SeatRow>(`SELECT ${columns} ${from} WHERE source_id = ? ORDER BY seats.created_at`, sourceId),

  revokedOf: (database: Database, sourceId: string) =>
    database.get<{ id: string; created_at: number }>(
      `SELECT id, created_at FROM seats WHERE source_id = ? AND status = 'revoked' LIMIT 1`,
      sourceId,
    ),

  countActive: (database: Database, sourceId: string) =>
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM seats WHERE source_id = ? AND status IN ('pending', 'claimed')`,
      sourceId,
    )?.count ?? 0,

  isEmailSeated: (database: Database, sourceId: string, email: string) =>
    database.get('SELECT 1 FROM seats WHERE source_id = ? AND email_key = ?', sourceId, emailKey(email)) !== undefined,

  isCustomerSeated: (database: Database, sourceId: string, customerId: string) =>
    database.get('SELECT 1 FROM seats WHERE source_id = ? AND customer_id = ?', sourceId, customerId) !== undefined,

  membersOf: (database: Database, sourceId: string) =>
    database.all<MemberRow>(
      'SELECT * FROM members WHERE id IN (SELECT member_id FROM seats WHERE source_id = ?)',
      sourceId,
    ),

  insert(database: Database, seat: SeatRow): void {
    database.run(
      'INSERT INTO seats VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      seat.id,
      seat.source_id,
      seat.status,
      seat.customer_id,
      seat.member_id,
      seat.email,
      seat.email === null ? null : emailKey(seat.email),
      seat.invitation_token,
      seat.invitation_token_expires_at,
      seat.claimed_at,
      seat.revoked_at,
      seat.metadata,
      seat.created_at,
      seat.modified_at,
    )
  },

  update(database: Database, seat: SeatRow): void {
    database.run(
      `UPDATE seats SET status = ?, customer_id = ?, member_id = ?, email = ?, email_key = ?, invitation_token = ?,
        invitation_token_expires_at = ?, claimed_at = ?, revoked_at = ?, metadata = ?, modified_at = ? WHERE id = ?`,
      seat.status,
      seat.customer_id,
      seat.member_id,
      seat.email,
      seat.email === null ? null : emailKey(seat.email),
      seat.invitation_token,
      seat.invitation_token_expires_at,
      seat.claimed_at,
      seat.revoked_at,
      seat.metadata,
      seat.modified_at,
      seat.id,
    )
  },
}
