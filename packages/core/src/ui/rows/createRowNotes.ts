import type { Store } from '../stores/Store.ts'
import type { RowNote } from './RowNote.ts'

/** The messages of a table's rows. */
export interface RowNews {
  /** The message of each row, by its `rowKey`. */
  notes: ReadonlyMap<string, RowNote>
  /** The newest message, for screen readers. */
  said: string
}

/** A store of the messages of a table's rows. */
export interface RowNotes extends Store<RowNews> {
  set(id: string, note: RowNote): void
  clear(id: string): void
}

/** Creates an empty store of messages. */
export function createRowNotes(): RowNotes {
  let news: RowNews = { notes: new Map(), said: '' }
  const listeners = new Set<() => void>()
  function change(next: RowNews) {
    news = next
    for (const listener of listeners) listener()
  }
  return {
    now: () => news,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(id, note) {
      // A question is not announced, because the focus moves to it and a screen reader reads it then.
      const said = note.step === 'asking' ? '' : note.message
      change({ notes: new Map([...news.notes, [id, note]]), said })
    },
    clear(id) {
      if (news.notes.has(id)) change({ notes: new Map([...news.notes].filter(([other]) => other !== id)), said: '' })
    },
  }
}
