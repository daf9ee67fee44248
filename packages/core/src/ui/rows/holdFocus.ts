/** Marks the element of a row or dialog that gets the focus when the element that had it is gone. */
export const focusMark = 'data-seats-focus'

/**
 * Keeps the focus inside of an element whose content has changed. If the element that had the focus is gone, it goes to
 * the marked one, or else to the element itself.
 */
export function holdFocus(element: HTMLElement): void {
  const { activeElement, body } = element.ownerDocument
  const isHeld = activeElement !== null && activeElement !== body
  if (isHeld) return
  const target = element.querySelector<HTMLElement>(`[${focusMark}]`) ?? element
  target.focus({ preventScroll: true })
}
