import type { Store } from '../stores/Store.ts'
import type { RowNote } from './RowNote.ts'

/** The messages of a table's rows. */
export interface RowNotesState {
  /** The message of each row, by its `rowKey`. */
  notes: ReadonlyMap<string, RowNote>
  /** The newest message, for screen readers. */
  announcement: string
}

/** A store of the messages of a table's rows. */
export interface RowNotes extends Store<RowNotesState> {
  set(id: string, note: RowNote): void
  clear(id: string): void
}

/** Creates an empty store of messages. */
export function createRowNotes(): RowNotes {
  let state: RowNotesState = { notes: new Map(), announcement: '' }
  const listeners = new Set<() => void>()
  function change(next: RowNotesState) {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(id, note) {
      // A question is not announced, because the focus moves to it and a screen reader reads it then.
      const announcement = note.step === 'asking' ? '' : note.message
      change({ notes: new Map([...state.notes, [id, note]]), announcement })
    },
    clear(id) {
      if (state.notes.has(id))
        change({ notes: new Map([...state.notes].filter(([other]) => other !== id)), announcement: '' })
    },
  }
}
