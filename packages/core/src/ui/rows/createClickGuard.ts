import { doubleClickMs } from '../count/doubleClickMs.ts'

type Rows = readonly { id: string }[]

/** Ignores clicks on a row that has just moved under the pointer. */
export interface ClickGuard {
  /** Call this with the rows in the order in which they are shown now. */
  arrange(rows: Rows): void
  /** Call this when the buttons of a row have changed. */
  touch(key: string): void
  /** Returns whether a click is too early. A key press is never too early, because it acts on the focused button. */
  ignores(key: string, click: { detail: number }): boolean
}

/** Creates a guard that ignores clicks for half a second after a row has moved or changed. */
export function createClickGuard(now: () => number = () => performance.now()): ClickGuard {
  const changedAt = new Map<string, number>()
  let shownRows: Rows = []
  /** The orders of the rows in the last half second. Compared only at a click, so a long list can be sorted often. */
  let earlierOrders: { rows: Rows; until: number }[] = []
  const isRecent = (at: number | undefined) => at !== undefined && now() - at < doubleClickMs

  function hasMoved(key: string): boolean {
    const indexIn = (rows: Rows) => rows.findIndex(({ id }) => id === key)
    const index = indexIn(shownRows)
    const earlierIndexes = earlierOrders.filter(({ until }) => isRecent(until)).map(({ rows }) => indexIn(rows))
    return earlierIndexes.some((earlier) => earlier >= 0 && earlier !== index)
  }
  return {
    arrange(rows) {
      earlierOrders = [...earlierOrders.filter(({ until }) => isRecent(until)), { rows: shownRows, until: now() }]
      shownRows = rows
    },
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && (isRecent(changedAt.get(key)) || hasMoved(key)),
  }
}
