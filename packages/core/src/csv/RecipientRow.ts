import type { SeatInvitee } from '../schemas/SeatInvitee.ts'

/** One line that is not empty: who is in it, or why nobody could be read from it. */
export interface RecipientRow {
  line: number
  text: string
  recipients: SeatInvitee[]
  reason?: string | undefined
}
