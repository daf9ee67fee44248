import type { SeatStatus, SubscriptionStatus } from '@seats/core'
import type { SeatCause } from '../lapses/SeatCause.ts'

/** One seat, as a row of your table. Rows are never removed: a revoked seat stays, with the status `revoked`. */
export interface MirrorSeat {
  /** The primary key. The row can get another person, because Polar gives a revoked seat to the next person. */
  id: string
  /** The id of the subscription or order. */
  source_id: string
  source_kind: 'subscription' | 'order'
  status: SeatStatus
  /**
   * This field and the next four name the person who has the seat. For a revoked seat, they name the last person who
   * had the seat, or are null if nobody is known.
   */
  email: string | null
  member_id: string | null
  external_member_id: string | null
  name: string | null
  customer_id: string | null
  metadata: Record<string, unknown> | null
  invitation_token_expires_at: string | null
  claimed_at: string | null
  revoked_at: string | null
  /** The reason why the seat was revoked. Null if it is not revoked. */
  revoked_cause: SeatCause | null
  /** The newer of two states of this seat has the greater version, compared as text. */
  version: string
}

/** One subscription or order, as a row of your second table. */
export interface MirrorSource {
  /** The primary key. */
  id: string
  kind: 'subscription' | 'order'
  /** The number of seats that were bought. Null if it is not known yet. */
  seats: number | null
  /** `gone` if the subscription or order no longer exists at Polar. Null for every other order. */
  status: SubscriptionStatus | null
  /** The number of seats from `scheduled_at` on. Null if no change is scheduled. */
  scheduled_seats: number | null
  scheduled_at: string | null
  version: string
}

/**
 * The functions that read and write the two tables in your database. A write happens only if the stored row still has
 * the expected version, or if there is no row and null is expected. So no process overwrites newer data.
 */
export interface MirrorTable {
  /** Resolves with the rows that have this value in this column. */
  findSeats(column: 'id' | 'source_id' | 'member_id', value: string): Promise<MirrorSeat[]>
  /** Resolves with whether the row was written. */
  writeSeat(row: MirrorSeat, expectedVersion: string | null): Promise<boolean>
  findSource(id: string): Promise<MirrorSource | null>
  /** Resolves with whether the row was written. */
  writeSource(row: MirrorSource, expectedVersion: string | null): Promise<boolean>
}
