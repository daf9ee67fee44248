import type { ClickFilter } from './createClickFilter.ts'
import type { RowActions } from './createRowActions.ts'
import type { NotedRow } from './mergeNotes.ts'

export interface SeatClick {
  /** 1 for a click, 2 for the second click of a double click, and 0 for a key press. */
  detail: number
  currentTarget: unknown
}

/** The actions of a table's rows, which ignore clicks on a row whose buttons have just changed. */
export interface FilteredActions {
  run(action: keyof RowActions, noted: NotedRow, click: SeatClick): void
}

/**
 * Makes the actions of a table's rows ignore the clicks that `clickFilter` ignores. A key that repeats the last action
 * of a row counts as a click there, so that a second press of Enter does not send a second email.
 */
export function filterClicks(actions: RowActions, { ignores }: ClickFilter): FilteredActions {
  const lastActions = new Map<string, keyof RowActions>()
  return {
    run(action, { id, row }, click) {
      if (ignores(id, lastActions.get(id) === action ? { detail: 1 } : click)) return
      lastActions.set(id, action)
      // Safari does not focus a clicked button, but `keepFocus` needs to know which element had the focus.
      if (click.currentTarget instanceof HTMLElement) click.currentTarget.focus({ preventScroll: true })
      actions[action](row)
    },
  }
}
