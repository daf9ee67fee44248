import type { SeatRecipient } from './SeatRecipient.ts'

export interface SeatInviteeOptions {
  /** At most 10 keys and 1,024 characters as JSON. */
  metadata?: Record<string, unknown> | undefined
  /** Claims the seat at once, without an invitation. Default `false`. */
  immediate_claim?: boolean | undefined
}

/** A recipient with the options of an assign: the input of `assignSeat` without the source. */
export type SeatInvitee = SeatRecipient & SeatInviteeOptions
