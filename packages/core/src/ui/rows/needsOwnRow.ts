import type { RowNote } from './RowNote.ts'

/**
 * Returns whether a message needs a row even if the roster has no seat of the person: the person has lost the seat, or
 * gets or has got a seat again that the roster may show only later. Without this row, the focus would move to the row
 * of another person.
 */
export const needsOwnRow = ({ step, action, outlivesSeat = false }: RowNote): boolean =>
  step === 'busy' || step === 'gone' || outlivesSeat || action === 'undo' || action === 'reinvite'
