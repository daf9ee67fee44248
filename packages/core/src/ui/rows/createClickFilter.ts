import { doubleClickMs } from '../count/doubleClickMs.ts'

/** Ignores clicks on a row whose buttons have just changed. `ignoreLateRowClicks` does so for a row that has moved. */
export interface ClickFilter {
  /** Call this when the buttons of a row have changed. */
  touch(key: string): void
  /** Returns whether a click is too early. A key press is never too early, because it acts on the focused button. */
  ignores(key: string, click: { detail: number }): boolean
}

/** Creates a filter that ignores clicks for half a second after the buttons of a row have changed. */
export function createClickFilter(now: () => number = () => performance.now()): ClickFilter {
  const changedAt = new Map<string, number>()
  return {
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && now() - (changedAt.get(key) ?? -doubleClickMs) < doubleClickMs,
  }
}
