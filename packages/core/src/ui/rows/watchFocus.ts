/**
 * Moves the focus if the focused element in `root` is removed. Does nothing if the user has moved the focus out of
 * `root`.
 *
 * @param placeOf returns the place of an element; called when the element gets the focus
 * @param findNext takes the removed element and its place, and returns the element that gets the focus instead
 * @returns a function that removes the listeners
 */
export function watchFocus<Place>(
  root: HTMLElement,
  placeOf: (element: HTMLElement) => Place,
  findNext: (element: HTMLElement, place: Place) => HTMLElement,
): () => void {
  const { ownerDocument: page } = root
  let lastFocus: { element: HTMLElement; place: Place } | undefined

  function remember({ target }: FocusEvent) {
    if (target instanceof HTMLElement) lastFocus = { element: target, place: placeOf(target) }
  }
  function forget() {
    // Chrome also fires this event when an element is removed. So the check waits for the next task: by then, `restore`
    // has moved the focus.
    setTimeout(() => {
      if (!root.contains(page.activeElement)) lastFocus = undefined
    })
  }
  function restore() {
    const isLost = page.activeElement === null || page.activeElement === page.body
    if (lastFocus && isLost) findNext(lastFocus.element, lastFocus.place).focus({ preventScroll: true })
  }

  const changes = new MutationObserver(restore)
  changes.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', remember)
  root.addEventListener('focusout', forget)
  return () => {
    changes.disconnect()
    root.removeEventListener('focusin', remember)
    root.removeEventListener('focusout', forget)
  }
}
