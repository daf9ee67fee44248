import type { RosterRow } from '../roster/RosterRow.ts'

/**
 * The message about one row, which is shown in the row itself.
 *
 * - `asking`: asks before somebody loses access
 * - `busy`: a call is under way
 * - `done`: something was done, and the person still has a row
 * - `gone`: the person no longer has a seat; the row stays, with Undo
 * - `problem`: a call failed
 */
export interface RowNote {
  step: 'asking' | 'busy' | 'done' | 'gone' | 'problem'
  message: string
  /** The call that is under way. With `done`, the call that has given the person a seat again. */
  action?: 'revoke' | 'resend' | 'reinvite' | 'undo' | undefined
  /** The row as it was when the action began. It is shown if the person is no longer on the roster. */
  row: RosterRow
  canUndo?: boolean | undefined
  /**
   * True for an error that stays although the person has no row: the error explains why the row is gone, or the call
   * itself may have revoked the seat.
   */
  outlivesSeat?: boolean | undefined
}
