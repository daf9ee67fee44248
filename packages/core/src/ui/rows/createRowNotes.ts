import type { Store } from '../stores/Store.ts'
import type { RowNote } from './RowNote.ts'

/** The news of a table's rows. */
export interface RowNews {
  /** By `rowKey`. */
  notes: ReadonlyMap<string, RowNote>
  /** The newest message, for screen readers. */
  said: string
}

/** The news of a table's rows, which change. */
export interface RowNotes extends Store<RowNews> {
  set(id: string, note: RowNote): void
  clear(id: string): void
}

/** Makes an empty store of news. */
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
      // The focus moves to a question, which is read then.
      const said = note.step === 'asking' ? '' : note.message
      change({ notes: new Map([...news.notes, [id, note]]), said })
    },
    clear(id) {
      if (news.notes.has(id)) change({ notes: new Map([...news.notes].filter(([other]) => other !== id)), said: '' })
    },
  }
}
