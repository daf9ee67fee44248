import type { SeatInvitee } from '../schemas/SeatInvitee.ts'

/** One line that is not empty, with its recipients, or with the reason why it has none. */
export interface RecipientRow {
  line: number
  text: string
  recipients: SeatInvitee[]
  reason?: string | undefined
}
