import type { RowNote } from './RowNote.ts'

/**
 * Returns whether a message needs its own row, because the person has no seat, or gets a seat again that the roster may
 * show only a moment later. Without a row, the focus would move to another person.
 */
export const needsOwnRow = ({ step, action, outlivesSeat = false }: RowNote): boolean =>
  step === 'busy' || step === 'gone' || outlivesSeat || action === 'undo' || action === 'reinvite'
