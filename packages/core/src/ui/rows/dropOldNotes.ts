import type { RosterRow } from '../roster/RosterRow.ts'
import type { RowNotes } from './createRowNotes.ts'
import { needsOwnRow } from './needsOwnRow.ts'
import { rowKey } from './rowKey.ts'
import type { RowNote } from './RowNote.ts'

/**
 * Removes the messages that no longer fit the rows. Otherwise the messages would come back if the person gets a seat
 * again, or loses it again.
 */
export function dropOldNotes(notes: RowNotes, rows: readonly RosterRow[]): void {
  const notesById = notes.getState().notes
  if (notesById.size === 0) return
  const rowById = new Map(rows.map((row) => [rowKey(row.seat), row]))
  for (const [id, note] of notesById) if (isOld(note, rowById.get(id))) notes.clear(id)
}

function isOld(note: RowNote, row: RosterRow | undefined): boolean {
  if (row === undefined) return !needsOwnRow(note)
  // A row that is shown in advance can disappear again.
  if (row.status === 'saving') return false
  return note.step === 'gone' || (note.step === 'problem' && row.status !== note.row.status)
}
