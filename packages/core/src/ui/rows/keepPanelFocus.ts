import { focusMark } from './holdFocus.ts'
import { watchFocus } from './watchFocus.ts'

/**
 * Keeps the focus in a panel whose notices can disappear. If the focused element disappears, the parents of this
 * element are searched, from the inside out: for the element with the attribute `focusMark`, or else for the first
 * button, field or link. If none of the parents has such an element, the panel itself gets the focus. The table and
 * open dialogs move the focus themselves.
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
