import type { Store } from '../stores/Store.ts'
import type { RowNote } from './RowNote.ts'

/** The messages of a table's rows. */
export interface RowNotesState {
  /** The message of each row, by its `rowKey`. */
  notes: ReadonlyMap<string, RowNote>
  /** The newest message or number of people, for screen readers. */
  announcement: string
}

/** Milliseconds from a change of the number of people to its announcement, which names the newest number. */
const countPauseMs = 3000

/** A store of the messages of a table's rows. */
export interface RowNotes extends Store<RowNotesState> {
  set(id: string, note: RowNote): void
  clear(id: string): void
  /**
   * Announces how many people are shown, after a pause: the number can change with each key of a search. Call this with
   * the first number too, which is not announced.
   */
  announceCount(text: string): void
}

/** Creates an empty store of messages. */
export function createRowNotes(): RowNotes {
  let state: RowNotesState = { notes: new Map(), announcement: '' }
  let count: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  function change(next: RowNotesState) {
    state = next
    for (const listener of listeners) listener()
  }
  function sayCount() {
    timer = undefined
    change({ ...state, announcement: count ?? '' })
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
    announceCount(text) {
      if (count !== undefined) timer ??= setTimeout(sayCount, countPauseMs)
      count = text
    },
    clear(id) {
      if (state.notes.has(id))
        change({ notes: new Map([...state.notes].filter(([other]) => other !== id)), announcement: '' })
    },
  }
}
