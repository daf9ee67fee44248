import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { RosterRow } from '../roster/RosterRow.ts'
import type { RowNote } from './RowNote.ts'
import { rowKey } from './rowKey.ts'

/** A row with its `rowKey` and its message. */
export interface NotedRow {
  id: string
  row: RosterRow
  note: RowNote | undefined
  /** True if the person no longer has a seat, and the row only shows the message about it. */
  isGone: boolean
}

/**
 * Returns whether a message needs its own row, because the person has no seat, or gets a seat again that the roster may
 * show only a moment later. Without a row, the focus would move to another person.
 */
const needsOwnRow = ({ step, action, outlivesSeat = false }: RowNote) =>
  step === 'busy' || step === 'gone' || outlivesSeat || action === 'undo' || action === 'reinvite'

/** Returns the rows of the roster, and the rows of people who have a message but no longer a seat. */
export function mergeNotes(rows: readonly RosterRow[], notes: ReadonlyMap<string, RowNote>): NotedRow[] {
  const ids = new Set<string>()
  const notesWithRow = [...notes.values()].filter(needsOwnRow)
  const present = rows.flatMap((row) => {
    // While a seat is being given back, the row with the message replaces the row that is shown before the server's
    // answer.
    const isShownInAdvance =
      row.status === 'saving' && notesWithRow.some((note) => sameOccupant(note.row.seat, row.seat))
    if (isShownInAdvance) return []
    const id = takeUnusedId(rowKey(row.seat), ids)
    const note = notes.get(id)
    return { id, row, note: note?.step === 'gone' ? undefined : note, isGone: false }
  })
  const absent = [...notes]
    .filter(([id, note]) => !ids.has(id) && needsOwnRow(note))
    .map(([id, note]) => ({ id, row: note.row, note, isGone: true }))
  return [...present, ...absent]
}

/** Returns an id that `ids` does not have yet, and adds it there. For a moment, one person can have two rows. */
function takeUnusedId(id: string, ids: Set<string>): string {
  const free = ids.has(id) ? takeUnusedId(`${id} `, ids) : id
  ids.add(free)
  return free
}
