import { doubleClickMs } from '../count/doubleClickMs.ts'

/** Ignores clicks on a row that has just moved under the pointer. */
export interface ClickGuard {
  /** Call this with the order in which the rows are shown now. */
  arrange(keys: readonly string[]): void
  /** Call this when the buttons of a row have changed. */
  touch(key: string): void
  /** Returns whether a click is too early. A key press is never too early, because it acts on the focused button. */
  ignores(key: string, click: { detail: number }): boolean
}

/** Creates a guard that ignores clicks for half a second after a row has moved or changed. */
export function createClickGuard(now: () => number = () => performance.now()): ClickGuard {
  const changedAt = new Map<string, number>()
  let shown: readonly string[] = []
  /** The orders of the rows in the last half second. Compared only at a click, so a long list can be sorted often. */
  let earlierOrders: { keys: readonly string[]; until: number }[] = []
  const isRecent = (at: number | undefined) => at !== undefined && now() - at < doubleClickMs

  function hasMoved(key: string): boolean {
    const index = shown.indexOf(key)
    const earlierIndexes = earlierOrders.filter(({ until }) => isRecent(until)).map(({ keys }) => keys.indexOf(key))
    return earlierIndexes.some((earlier) => earlier >= 0 && earlier !== index)
  }
  return {
    arrange(keys) {
      earlierOrders = [...earlierOrders.filter(({ until }) => isRecent(until)), { keys: shown, until: now() }]
      shown = keys
    },
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && (isRecent(changedAt.get(key)) || hasMoved(key)),
  }
}
