/** Marks the element of a row or dialog that gets the focus when the focused element is removed. */
export const focusMark = 'data-seats-focus'

/**
 * Keeps the focus inside of an element whose content has changed. If the focused part was removed, focuses the marked
 * part, or else the element itself.
 */
export function holdFocus(element: HTMLElement): void {
  const { activeElement, body } = element.ownerDocument
  const isHeld = activeElement !== null && activeElement !== body
  if (isHeld) return
  const target = element.querySelector<HTMLElement>(`[${focusMark}]`) ?? element
  target.focus({ preventScroll: true })
}
