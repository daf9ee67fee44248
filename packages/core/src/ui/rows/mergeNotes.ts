import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { RosterRow } from '../roster/RosterRow.ts'
import { needsOwnRow } from './needsOwnRow.ts'
import type { RowNote } from './RowNote.ts'
import { rowKey } from './rowKey.ts'

/** A row with its `rowKey` and its message. */
export interface NotedRow {
  id: string
  row: RosterRow
  note: RowNote | undefined
  /** True if the roster does not have a seat of the person, so that the row is there only because of its message. */
  isGone: boolean
}

/** Returns the rows of the roster, then a row for each message that needs its own row (see `needsOwnRow`). */
export function mergeNotes(rows: readonly RosterRow[], notes: ReadonlyMap<string, RowNote>): NotedRow[] {
  const ids = new Set<string>()
  const notesWithRow = [...notes.values()].filter(needsOwnRow)
  const presentRows = rows.flatMap((row) => {
    // While a seat is being given back, the row with the message replaces the row that is shown before the server's
    // answer.
    const isShownBeforeAnswer =
      row.status === 'saving' && notesWithRow.some((note) => sameOccupant(note.row.seat, row.seat))
    if (isShownBeforeAnswer) return []
    const id = takeUnusedId(rowKey(row.seat), ids)
    const note = notes.get(id)
    return { id, row, note: note?.step === 'gone' ? undefined : note, isGone: false }
  })
  const absentRows = [...notes]
    .filter(([id, note]) => !ids.has(id) && needsOwnRow(note))
    .map(([id, note]) => ({ id, row: note.row, note, isGone: true }))
  return [...presentRows, ...absentRows]
}

/** Returns an id that is not in `ids` yet, and adds the id there. For a moment, one person can have two rows. */
function takeUnusedId(id: string, ids: Set<string>): string {
  const unusedId = ids.has(id) ? takeUnusedId(`${id} `, ids) : id
  ids.add(unusedId)
  return unusedId
}
