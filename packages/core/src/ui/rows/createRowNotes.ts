import type { Store } from '../stores/Store.ts'
import type { RowNote } from './RowNote.ts'

/** The messages of a table's rows. */
export interface RowNotesState {
  /** The message of each row, by its `rowKey`. */
  notes: ReadonlyMap<string, RowNote>
  /** The newest message, or the newest text with the number of people, for screen readers. */
  announcement: string
}

/** The time in milliseconds between a change of the number of people and the announcement of the newest number. */
const countPauseMs = 3000

/** A store of the messages of a table's rows. */
export interface RowNotes extends Store<RowNotesState> {
  set(id: string, note: RowNote): void
  clear(id: string): void
  /**
   * Announces the number of people in the table after a pause, because the number can change with each key of a search.
   * The text of the first call is not announced: it is about the table as it appears.
   */
  announceCount(text: string): void
}

/** Creates an empty store of messages. */
export function createRowNotes(): RowNotes {
  let state: RowNotesState = { notes: new Map(), announcement: '' }
  let countText: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  function change(newState: RowNotesState) {
    state = newState
    for (const listener of listeners) listener()
  }
  function announceLater() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      change({ ...state, announcement: countText ?? '' })
    }, countPauseMs)
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
      // A screen reader needs time to read the message before the number replaces it.
      if (timer !== undefined) announceLater()
    },
    announceCount(text) {
      if (countText !== undefined && timer === undefined) announceLater()
      countText = text
    },
    clear(id) {
      if (state.notes.has(id))
        change({ notes: new Map([...state.notes].filter(([other]) => other !== id)), announcement: '' })
    },
  }
}
