import type { CustomerSeat, ProrationBehavior, SeatsOperation, SeatSource } from '@seats/core'

/** Describes an operation that was carried out or refused. It never contains a token. */
export interface AuditEvent {
  operation: SeatsOperation
  /** The grant's `actor`. Null for claims, and for a request of somebody who is not signed in. */
  actor: string | null
  /**
   * The IP address of the sender, from `clientAddress`. It is shortened and cleaned like `recipient`. Null if unknown.
   */
  address: string | null
  source: SeatSource | null
  /**
   * The address or id that an assign names. Because it can be any text, it is shortened, and characters that could
   * begin a new line in a log or hide a part of a line are replaced.
   */
  recipient: string | null
  seatId: string | null
  /**
   * For an assign or a claim, the seat after the change. For a revoke or a resend, the seat before the change, with its
   * occupant. If Polar's answer to a revoke names another occupant, that person lost the seat by mistake. `seat` shows
   * them, and the guard tried to give it back.
   */
  seat: CustomerSeat | null
  /**
   * The change of the seat count. Null for other operations, and if the change was refused before its details were
   * known.
   */
  seatCount: SeatCountChange | null
  /** The HTTP status of the answer. For a source that a stream refuses, the status of that refusal. */
  status: number
  /** The error code that belongs to `status`. Null if the operation succeeded. */
  code: string | null
}

/** Describes a change of a seat count, as the user confirmed it. */
export interface SeatCountChange {
  from: number
  to: number
  behavior: ProrationBehavior
  /**
   * The amount due at once, in the smallest unit of `currency`, from the preview right before the change. If the change
   * was refused before that preview, the amount that the page says it has shown.
   */
  previewedDue: number
  currency: string
  /** The time from which the count holds, as an ISO string. */
  appliesAt: string
  /** `unknown` if Polar gave no clear answer: the purchase may still go through. */
  outcome: 'done' | 'refused' | 'unknown'
}
