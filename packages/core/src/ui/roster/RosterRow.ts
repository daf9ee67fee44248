import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { RowStatus } from './RowStatus.ts'

/** A row of the table of seats. */
export interface RosterRow {
  seat: CustomerSeat
  status: RowStatus
  /** The person's name, or their address if the name is not known. */
  name: string
  /** The person's address. Null if it is shown as the name. */
  address: string | null
  initials: string
  /** The number of one of six colours, from 0 to 5. */
  hue: number
  /**
   * The time at which the seat was claimed or its invitation was sent. If that is not known, the seat's `created_at`.
   */
  since: string
  /** True if the occupant is the signed-in user. */
  isYou: boolean
}
