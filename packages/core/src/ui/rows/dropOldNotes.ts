import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { RosterRow } from '../roster/RosterRow.ts'
import type { ClickFilter } from './createClickFilter.ts'
import type { RowNotes } from './createRowNotes.ts'
import { needsOwnRow } from './needsOwnRow.ts'
import { rowKey } from './rowKey.ts'
import type { RowNote } from './RowNote.ts'

/**
 * Removes the messages that no longer fit the rows. Otherwise a message would be shown again when its person gets a
 * seat again, or loses that seat again. `clickFilter` then ignores clicks on the changed rows for half a second.
 */
export function dropOldNotes(notes: RowNotes, rows: readonly RosterRow[], clickFilter: ClickFilter): void {
  const notesById = notes.getState().notes
  if (notesById.size === 0) return
  const rowById = new Map(rows.map((row) => [rowKey(row.seat), row]))
  for (const [id, note] of notesById)
    if (isOld(note, rowById.get(id))) {
      clickFilter.touch(id)
      notes.clear(id)
    }
}

function isOld(note: RowNote, row: RosterRow | undefined): boolean {
  if (row === undefined) return !needsOwnRow(note)
  // A row that is shown before the server's answer can disappear again.
  if (row.status === 'saving') return false
  if (note.step !== 'problem' && note.step !== 'asking') return note.step === 'gone'
  // An error with `outlivesSeat` is about the seat that the person had.
  const hasReturned = note.outlivesSeat === true && isOtherSeat(row.seat, note.row.seat)
  return hasReturned || row.status !== note.row.status
}

/** Returns whether a person has another seat than before, or has got the same seat again. */
const isOtherSeat = (seat: CustomerSeat, seatBefore: CustomerSeat) =>
  seat.id !== seatBefore.id || assignedAt(seat) !== assignedAt(seatBefore)
