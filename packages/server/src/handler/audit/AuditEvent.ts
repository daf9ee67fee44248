import type { CustomerSeat, SeatsOperation, SeatSource } from '@seats/core'
import type { Route } from '../routes/matchRoute.ts'

/** What somebody did, or was kept from doing. It holds no token of any kind. */
export interface AuditEvent {
  operation: SeatsOperation
  /** The grant's. Null for claims, and where nobody is signed in. */
  actor: string | null
  /** What `clientAddress` gave, cut and cleaned like `recipient`. */
  address: string | null
  source: SeatSource | null
  /**
   * Whom an assign names: the address or id, as given but for its length and for characters that would begin a line of
   * their own in a log, or hide one. Anybody can send it.
   */
  recipient: string | null
  seatId: string | null
  /**
   * The seat as its occupant had it before a revoke or a resend; as it is after an assign or a claim. After a revoke it
   * is the occupant that Polar's answer names: with `SeatOccupantChanged`, somebody who lost the seat for a moment.
   */
  seat: CustomerSeat | null
  /** The answer's HTTP status. */
  status: number
  /** The answer's error code; null where it was done. */
  code: string | null
}

/** A text that comes from outside, as a log can have it. */
export const forTrail = (text: string): string =>
  text.slice(0, 254).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')

export const startTrail = ({ operation, seatId }: Route): AuditEvent => ({
  operation,
  actor: null,
  address: null,
  source: null,
  recipient: null,
  seatId: seatId ?? null,
  seat: null,
  status: 0,
  code: null,
})
