import type { RosterRow } from '../roster/RosterRow.ts'

/**
 * The message about one row, which is shown in the row itself. `step` says what the message is about:
 *
 * - `asking`: a question before a revoke
 * - `busy`: a call is under way
 * - `done`: a call succeeded, and the person has a seat
 * - `gone`: the seat was revoked; the row stays until the message is removed
 * - `problem`: a call failed
 */
export interface RowNote {
  step: 'asking' | 'busy' | 'done' | 'gone' | 'problem'
  message: string
  /** The call that is under way. With `done`, the call that has given the person a seat again. */
  action?: 'revoke' | 'resend' | 'reinvite' | 'undo' | undefined
  /** The row as it was when the action began. It is shown if the person is no longer on the roster. */
  row: RosterRow
  /** True if the message has the button Undo. */
  canUndo?: boolean | undefined
  /** True if Undo would send a new invitation. The text beside the button says so. */
  undoInvites?: boolean | undefined
  /**
   * True for an error that stays although the person no longer has a seat: the error explains why the seat is gone, or
   * the failed call itself may have revoked the seat.
   */
  outlivesSeat?: boolean | undefined
}
