import type { Database } from '../database/Database.ts'
import { emailKey } from '../database/emailKey.ts'
import type { SeatRow } from '../database/rows.ts'

const columns = `
  seats.id, source_id, sources.kind AS source_kind, seats.status, seats.customer_id, member_id, seats.email,
  invitation_token, invitation_token_expires_at, claimed_at, revoked_at, metadata, seats.created_at, seats.modified_at`
const from = 'FROM seats JOIN sources ON sources.id = seats.source_id'

/** The seats. Each seat is stored together with its JSON for rosters. */
export const seats = {
  byId: (database: Database, id: string) => database.get<SeatRow>(`SELECT ${columns} ${from} WHERE seats.id = ?`, id),

  byInvitationToken: (database: Database, token: string) =>
    database.get<SeatRow>(`SELECT ${columns} ${from} WHERE invitation_token = ?`, token),

  /** Returns the pending and claimed seats of a member. */
  ofMember: (database: Database, memberId: string) =>
    database.all<SeatRow>(`SELECT ${columns} ${from} WHERE member_id = ? ORDER BY seats.created_at`, memberId),

  /** Returns the pending and claimed seats of an organization that have no member. */
  withoutMember: (database: Database, organizationId: string) =>
    database.all<SeatRow>(
      `SELECT ${columns} ${from} WHERE sources.organization_id = ? AND seats.status <> 'revoked' AND member_id IS NULL`,
      organizationId,
    ),

  /** Returns the pending and claimed seats of a source. */
  activeOf: (database: Database, sourceId: string) =>
    database.all<SeatRow>(
      `SELECT ${columns} ${from} WHERE source_id = ? AND seats.status IN ('pending', 'claimed') ORDER BY seats.created_at`,
      sourceId,
    ),

  /** Returns the people who have a claimed seat on a source. */
  holdersOf: (database: Database, sourceId: string) =>
    database.all<{ customer_id: string; member_id: string | null }>(
      `SELECT customer_id, member_id FROM seats
        WHERE source_id = ? AND status = 'claimed' AND customer_id IS NOT NULL ORDER BY created_at`,
      sourceId,
    ),

  /**
   * Returns the roster of a source as JSON bytes, sorted by position. SQLite joins the rows, so that they are copied
   * only once.
   */
  roster: (database: Database, sourceId: string, available: number, total: number): Uint8Array<ArrayBuffer> =>
    database.get<{ list: Uint8Array<ArrayBuffer> }>(
      `SELECT CAST('{"seats":[' || ifnull(group_concat(json), '') || '],"available_seats":' || CAST(? AS INTEGER) || ',"total_seats":' || CAST(? AS INTEGER) || '}'
        AS BLOB) AS list FROM seats INDEXED BY seats_by_position WHERE source_id = ?`,
      available,
      total,
      sourceId,
    )?.list ?? new Uint8Array(),

  /** Returns the revoked row that the next assign reuses. */
  firstRevokedOf: (database: Database, sourceId: string) =>
    database.get<{ id: string; created_at: number }>(
      `SELECT id, created_at FROM seats WHERE source_id = ? AND status = 'revoked' ORDER BY position LIMIT 1`,
      sourceId,
    ),

  isEmailSeated: (database: Database, sourceId: string, email: string) =>
    database.get('SELECT 1 FROM seats WHERE source_id = ? AND email_key = ?', sourceId, emailKey(email)) !== undefined,

  isCustomerSeated: (database: Database, sourceId: string, customerId: string) =>
    database.get('SELECT 1 FROM seats WHERE source_id = ? AND customer_id = ?', sourceId, customerId) !== undefined,

  insert(database: Database, seat: SeatRow, json: string): void {
    database.run(
      `INSERT INTO seats VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        list_position((SELECT seed FROM list_order), ?1))`,
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
      json,
    )
  },

  /** Marks seats as revoked and removes their occupants. Each seat has its own time and JSON. */
  revoke(database: Database, revoked: readonly { id: string; time: number; json: string }[]): void {
    database.runForAll(
      (count) =>
        `WITH revoked (id, time, json) AS (VALUES ${Array(count).fill('(?, ?, ?)')})
        UPDATE seats SET status = 'revoked', customer_id = NULL, member_id = NULL, email = NULL, email_key = NULL,
          invitation_token = NULL, revoked_at = time, modified_at = time, json = revoked.json
        FROM revoked WHERE seats.id = revoked.id`,
      revoked.map(({ id, time, json }) => [id, time, json]),
    )
  },

  update(database: Database, seat: SeatRow, json: string): void {
    database.run(
      `UPDATE seats SET status = ?, customer_id = ?, member_id = ?, email = ?, email_key = ?, invitation_token = ?,
        invitation_token_expires_at = ?, claimed_at = ?, revoked_at = ?, metadata = ?, modified_at = ?, json = ? WHERE id = ?`,
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
      json,
      seat.id,
    )
  },
}
