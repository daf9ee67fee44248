import { focusMark } from './holdFocus.ts'
import { watchFocus } from './watchFocus.ts'

/**
 * Keeps the focus inside of a panel whose notices can disappear. If the focused element disappears, the focus moves to
 * the nearest part around it that still exists: to the marked element of that part, or else to its first button or
 * field. If only the panel itself is left, the panel gets the focus. The table and open dialogs keep their own focus.
 *
 * @returns a function that removes the listeners
 */
export const keepPanelFocus = (panel: HTMLElement): (() => void) =>
  watchFocus(
    panel,
    (element) => partsAround(element, panel),
    (element, parts) => {
      if (element.isConnected) return element
      const targets = parts.filter((part) => part.isConnected).map(targetIn)
      return targets.find((target) => target !== null) ?? panel
    },
  )

const targetIn = (part: HTMLElement) =>
  part.querySelector<HTMLElement>(`[${focusMark}]`) ?? part.querySelector<HTMLElement>('button, input, select, a[href]')

/** Returns the elements around an element, from the inside out, without the panel. */
function partsAround(element: HTMLElement, panel: HTMLElement): HTMLElement[] {
  const parent = element.parentElement
  return parent === null || parent === panel ? [] : [parent, ...partsAround(parent, panel)]
}
