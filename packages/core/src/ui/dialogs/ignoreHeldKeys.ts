/**
 * Makes the buttons of the components ignore a key that is held down. Otherwise a held Enter would press a button again
 * and again, and each press could send an email or buy seats. It would also press the button that appears in place of
 * the first one.
 *
 * @returns a function that removes the listener
 */
export function ignoreHeldKeys(root: Document | HTMLElement): () => void {
  const check: EventListener = (event) => {
    const { repeat, key, target } = event as KeyboardEvent
    // A held Space is one click, when the key is released.
    if (!repeat || key !== 'Enter') return
    if (target instanceof Element && target.matches('.seats button')) event.preventDefault()
  }
  root.addEventListener('keydown', check, true)
  return () => root.removeEventListener('keydown', check, true)
}
