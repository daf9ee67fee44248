import { doubleClickMs } from '../count/doubleClickMs.ts'

/**
 * Finds clicks on a row whose buttons have just changed, so that they can be ignored. `ignoreLateRowClicks` ignores
 * clicks on a row that has just moved.
 */
export interface ClickFilter {
  /** Call this when the buttons of a row have changed. */
  touch(key: string): void
  /**
   * Returns whether a click is too early. A key press is never too early, because it acts on the focused button.
   * `filterClicks` passes a key press that repeats an action as a click.
   */
  ignores(key: string, click: { detail: number }): boolean
}

/** Creates a filter for the clicks on a row in the half second after the buttons of that row have changed. */
export function createClickFilter(now: () => number = () => performance.now()): ClickFilter {
  const changedAt = new Map<string, number>()
  return {
    touch: (key) => void changedAt.set(key, now()),
    ignores: (key, { detail }) => detail > 0 && now() - (changedAt.get(key) ?? -doubleClickMs) < doubleClickMs,
  }
}
