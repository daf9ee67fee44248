import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { RowStatus } from './RowStatus.ts'

/** A seat as the table shows it. */
export interface RosterRow {
  seat: CustomerSeat
  status: RowStatus
  /** The person's name, or their address if the name is not known. */
  name: string
  /** Null if it is the name already. */
  address: string | null
  /** The name and the address in small letters, for a search. */
  text: string
  initials: string
  /** One of six colours, from 0. */
  hue: number
  /** When the seat was claimed or, before that, when its invitation was made. */
  since: string
  /** Whether the occupant is the person at the screen. */
  isYou: boolean
}
