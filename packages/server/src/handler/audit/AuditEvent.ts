import type { CustomerSeat, ProrationBehavior, SeatsOperation, SeatSource } from '@seats/core'

/** Describes an operation that somebody carried out, or that was refused. It never contains a token. */
export interface AuditEvent {
  operation: SeatsOperation
  /** The grant's `actor`. Null for claims, and if nobody is signed in. */
  actor: string | null
  /** The result of `clientAddress`, shortened and cleaned in the same way as `recipient`. Null if it is unknown. */
  address: string | null
  source: SeatSource | null
  /**
   * The address or id that an assign names. Anybody can send any text here. So it is shortened, and control characters
   * are replaced that could begin a new line in a log or hide a part of one.
   */
  recipient: string | null
  seatId: string | null
  /**
   * The seat. For a revoke or a resend: as it was before, with its occupant. For an assign or a claim: as it is after. A
   * revoke has the occupant that Polar's answer names. With the code `SeatOccupantChanged`, that is a person who lost the
   * seat for a moment.
   */
  seat: CustomerSeat | null
  /** The change of a seat count, if the operation is one. */
  seatCount: SeatCountChange | null
  /** The HTTP status of the answer. */
  status: number
  /** The error code of the answer. Null if the operation succeeded. */
  code: string | null
}

/** Describes a change of a seat count, at the price that the user confirmed. */
export interface SeatCountChange {
  from: number
  to: number
  behavior: ProrationBehavior
  /** The amount that was shown as due at once, in the smallest unit of `currency`. */
  previewedDue: number
  currency: string
  /** The time from which the count holds, as an ISO string. */
  appliesAt: string
  /** `unknown` if Polar gave no clear answer: the purchase may still go through. */
  outcome: 'done' | 'refused' | 'unknown'
}
