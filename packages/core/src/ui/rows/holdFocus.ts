/** The attribute of the element that gets the focus when the focused element of its row, dialog or part is removed. */
export const focusMark = 'data-seats-focus'

/**
 * Keeps the focus in an element whose content has changed. If nothing on the page has the focus, because the focused
 * element was removed, focuses the element with the attribute `focusMark`, or else the given element itself.
 */
export function holdFocus(element: HTMLElement): void {
  const { activeElement, body } = element.ownerDocument
  const isHeld = activeElement !== null && activeElement !== body
  if (isHeld) return
  const target = element.querySelector<HTMLElement>(`[${focusMark}]`) ?? element
  target.focus({ preventScroll: true })
}
