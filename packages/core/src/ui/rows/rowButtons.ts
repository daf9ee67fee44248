import type { PanelMessages } from '../../messages/PanelMessages.ts'
import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { RosterRow } from '../roster/RosterRow.ts'

/** The actions for which a row has a button. */
export type RowAction = 'resend' | 'reinvite' | 'revoke'

export interface RowButton {
  action: RowAction
  text: string
  /** The label for screen readers. It contains the name of the person, if somebody has the seat. */
  label: string
}

/** Returns for each action whether the status of the row allows the action, and the user may take it. */
export const rowCan = ({ status }: RosterRow, can: SeatPermissions): Record<RowAction, boolean> => ({
  resend: can.resendInvitation && status === 'pending',
  reinvite: can.revokeSeat && can.assignSeat && status === 'expired',
  revoke: can.revokeSeat && status !== 'saving',
})

/** Returns the buttons of a row. */
export function rowButtons(row: RosterRow, can: SeatPermissions, messages: PanelMessages): RowButton[] {
  const { resend, resendTo, reinvite, reinviteWhom, revoke, revokeFrom, free, freeNobodys } = messages.row
  const allowed = rowCan(row, can)
  const who = row.name
  const isNobodys = row.status === 'nobody'
  const buttons: RowButton[] = [
    { action: 'resend', text: resend, label: resendTo({ who }) },
    { action: 'reinvite', text: reinvite, label: reinviteWhom({ who }) },
    { action: 'revoke', text: isNobodys ? free : revoke, label: isNobodys ? freeNobodys : revokeFrom({ who }) },
  ]
  return buttons.filter(({ action }) => allowed[action])
}
