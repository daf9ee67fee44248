import type { SeatInvitee } from '../schemas/SeatInvitee.ts'
import type { LineProblem } from './LineProblem.ts'

/** One line that is not empty, with its recipients or its problem. */
export interface RecipientRow {
  line: number
  text: string
  recipients: SeatInvitee[]
  problem?: LineProblem | undefined
}
