import { settleMs } from '../count/settleMs.ts'

/** Ignores clicks on what has just moved under the pointer. */
export interface ClickGuard {
  /** Tells the order in which the rows are shown now. */
  arrange(keys: readonly string[]): void
  /** Tells that the buttons of a row have changed. */
  touch(key: string): void
  /** Returns whether a click is too early. A key press acts on the button that has the focus, so it is never too early. */
  ignores(key: string, click: { detail: number }): boolean
}

/** Makes a guard that ignores clicks for half a second after a row has moved or changed. */
export function createClickGuard(now: () => number = () => performance.now()): ClickGuard {
  const changedAt = new Map<string, number>()
  let places: Map<string, number> | undefined
  return {
    arrange(keys) {
      const next = new Map(keys.map((key, place) => [key, place]))
      for (const [key, place] of next) {
        const before = places?.get(key)
        if (before !== undefined && before !== place) changedAt.set(key, now())
      }
      places = next
    },
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && now() - (changedAt.get(key) ?? Number.NEGATIVE_INFINITY) < settleMs,
  }
}
