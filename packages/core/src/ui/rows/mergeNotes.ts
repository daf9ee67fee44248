import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { RosterRow } from '../roster/RosterRow.ts'
import type { RowNote } from './RowNote.ts'
import { rowKey } from './rowKey.ts'

/** A row with its `rowKey` and its news. */
export interface NotedRow {
  id: string
  row: RosterRow
  note: RowNote | undefined
  /** Whether the person has no seat any more, and the row only tells so. */
  isGone: boolean
}

/** Returns whether news is worth a row of its own, for a person who has no seat, or whose seat is on its way back. */
const stays = ({ step, does }: RowNote) => step === 'busy' || step === 'gone' || step === 'problem' || does === 'undo'

/** Returns the rows of the roster, and those that only tell that a person has no seat any more. */
export function mergeNotes(rows: readonly RosterRow[], notes: ReadonlyMap<string, RowNote>): NotedRow[] {
  const ids = new Set<string>()
  const gone = [...notes.values()].filter(stays)
  const present = rows.flatMap((row) => {
    // While a seat is given back, the row that tells so stands for the row that is shown in advance.
    const isShownInAdvance = row.status === 'saving' && gone.some((note) => sameOccupant(note.row.seat, row.seat))
    if (isShownInAdvance) return []
    const id = unused(rowKey(row.seat), ids)
    const note = notes.get(id)
    return { id, row, note: note?.step === 'gone' ? undefined : note, isGone: false }
  })
  const absent = [...notes]
    .filter(([id, note]) => !ids.has(id) && stays(note))
    .map(([id, note]) => ({ id, row: note.row, note, isGone: true }))
  return [...present, ...absent]
}

/** Two rows can be one person's for a moment. */
function unused(id: string, ids: Set<string>): string {
  const free = ids.has(id) ? unused(`${id} `, ids) : id
  ids.add(free)
  return free
}
