import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { RosterRow } from '../roster/RosterRow.ts'

/** The buttons of a row: only those that would not be refused. */
export interface RowButtons {
  resend: boolean
  reinvite: boolean
  free: boolean
  revoke: boolean
}

/** Returns the buttons that a row has. */
export const rowButtons = ({ status }: RosterRow, can: SeatPermissions): RowButtons => ({
  resend: can.resendInvitation && status === 'pending',
  reinvite: can.revokeSeat && can.assignSeat && status === 'expired',
  free: can.revokeSeat && status === 'nobody',
  revoke: can.revokeSeat && status !== 'saving' && status !== 'nobody',
})
