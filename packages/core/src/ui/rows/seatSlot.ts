import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { RowStatus } from '../roster/RowStatus.ts'
import type { RowActions } from './createRowActions.ts'
import type { FilteredActions, SeatClick } from './filterClicks.ts'
import type { NotedRow } from './mergeNotes.ts'
import { rowCan, type RowAction } from './rowButtons.ts'
import type { RowNote } from './RowNote.ts'

/** An action on one seat. With the event of the click, the action ignores a click on a row that has just changed. */
export type SeatAction = (click?: SeatClick) => void

/** The values that a slot or render prop of the table gets for one seat. */
export interface SeatSlot {
  seat: CustomerSeat
  /** True if this is the seat of the signed-in user. */
  you: boolean
  /** The person's name, or their address if the name is not known. */
  name: string
  /** The person's address. Null if it is shown as the name. */
  address: string | null
  initials: string
  status: RowStatus
  /** For each action: whether the user may take it on this seat. */
  can: Record<RowAction, boolean>
  /** The call for this seat that is under way. */
  pending: RowNote['action']
  /**
   * `revoke` shows a question if the person would lose access, or if the revoke cannot be undone. After a revoke that
   * can be undone, the table shows Undo. It shows both in place of the content that the app renders for the row.
   */
  actions: Record<RowAction, SeatAction>
}

/** The actions of one row, of its question and of its message. */
export type BoundActions = Record<keyof RowActions, SeatAction>

/** Returns the actions of one row. They do nothing before their code is loaded. */
export function bindActions(noted: NotedRow, actions: FilteredActions | undefined): BoundActions {
  const bind =
    (action: keyof RowActions): SeatAction =>
    (click = { detail: 1, currentTarget: null }) =>
      actions?.run(action, noted, click)
  return {
    resend: bind('resend'),
    reinvite: bind('reinvite'),
    revoke: bind('revoke'),
    confirm: bind('confirm'),
    dismiss: bind('dismiss'),
    undo: bind('undo'),
  }
}

/** Returns the values that the slots of a row get. */
export const seatSlot = ({ row, note }: NotedRow, can: SeatPermissions, actions: BoundActions): SeatSlot => ({
  seat: row.seat,
  you: row.isYou,
  name: row.name,
  address: row.address,
  initials: row.initials,
  status: row.status,
  can: rowCan(row, can),
  pending: note?.step === 'busy' ? note.action : undefined,
  actions: { resend: actions.resend, reinvite: actions.reinvite, revoke: actions.revoke },
})
