import { createClickGuard, type ClickGuard } from './createClickGuard.ts'
import { createRowActions, type RowActions, type RowCalls } from './createRowActions.ts'
import { createRowNotes, type RowNotes } from './createRowNotes.ts'

/** The rows of one table: their actions, their news, and what keeps clicks from hitting the wrong row. */
export interface RowTable {
  notes: RowNotes
  guard: ClickGuard
  actions: RowActions
  /** Replaces the calls and texts. */
  use(calls: RowCalls): void
}

/** Makes the state of one table. */
export function createRowTable(first: RowCalls): RowTable {
  let calls = first
  const notes = createRowNotes()
  const guard = createClickGuard()
  return {
    notes,
    guard,
    actions: createRowActions(notes, guard, () => calls),
    use(next) {
      calls = next
    },
  }
}
