/**
 * Makes the buttons in the rows of a table ignore a key that is held down. Otherwise a held Enter would press a button
 * again and again, and each press could send an email.
 *
 * @returns a function that removes the listener
 */
export function ignoreHeldKeys(page: Document): () => void {
  function check(event: KeyboardEvent) {
    const { repeat, key, target } = event
    // A held Space is one click, when the key is released.
    if (!repeat || key !== 'Enter') return
    if (target instanceof Element && target.matches('[data-seats-row] button')) event.preventDefault()
  }
  page.addEventListener('keydown', check, true)
  return () => page.removeEventListener('keydown', check, true)
}
