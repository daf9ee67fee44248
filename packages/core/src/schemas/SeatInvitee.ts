import type { SeatRecipient } from './SeatRecipient.ts'

export interface SeatInviteeOptions {
  /** At most 10 keys and 1,024 bytes as JSON. */
  metadata?: Record<string, unknown> | undefined
  /** Claims at once: no invitation is sent. Default `false`. */
  immediate_claim?: boolean | undefined
}

/** Who gets a seat and how: an assign without its source. */
export type SeatInvitee = SeatRecipient & SeatInviteeOptions
