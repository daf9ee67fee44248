import { doubleClickMs } from '../count/doubleClickMs.ts'

/** Ignores clicks on a row that has just moved under the pointer. */
export interface ClickGuard {
  /** Call this with the order in which the rows are shown now. */
  arrange(keys: readonly string[]): void
  /** Call this when the buttons of a row have changed. */
  touch(key: string): void
  /** Returns whether a click is too early. A key press acts on the button that has the focus, so it is never too early. */
  ignores(key: string, click: { detail: number }): boolean
}

/** Creates a guard that ignores clicks for half a second after a row has moved or changed. */
export function createClickGuard(now: () => number = () => performance.now()): ClickGuard {
  const changedAt = new Map<string, number>()
  let shown: readonly string[] = []
  /** The orders of the last half second. They are compared only at a click, so that a long list can be sorted often. */
  let before: { keys: readonly string[]; until: number }[] = []
  const isRecent = (at: number | undefined) => at !== undefined && now() - at < doubleClickMs

  function hasMoved(key: string): boolean {
    const place = shown.indexOf(key)
    const places = before.filter(({ until }) => isRecent(until)).map(({ keys }) => keys.indexOf(key))
    return places.some((old) => old >= 0 && old !== place)
  }
  return {
    arrange(keys) {
      before = [...before.filter(({ until }) => isRecent(until)), { keys: shown, until: now() }]
      shown = keys
    },
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && (isRecent(changedAt.get(key)) || hasMoved(key)),
  }
}
