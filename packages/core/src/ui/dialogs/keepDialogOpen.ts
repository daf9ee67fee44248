/**
 * Keeps a dialog open while a call is under way that cannot be stopped. A key that would close the dialog does nothing.
 * If the dialog is closed in another way, for example by the button “Back” of Android, it opens again.
 *
 * @param content an element inside of the dialog
 * @param isBusy returns whether such a call is under way
 * @returns a function that removes the listeners
 */
export function keepDialogOpen(content: Element, isBusy: () => boolean): () => void {
  const dialog = content.closest('dialog')
  const listeners = new AbortController()
  const { signal } = listeners

  function stay(event: Event) {
    if (isBusy()) event.preventDefault()
  }
  function reopen(event: Event) {
    if (event.target !== dialog || !isBusy()) return
    event.stopImmediatePropagation()
    dialog?.showModal()
  }

  dialog?.addEventListener('cancel', stay, { signal })
  // Runs before the listeners of the component, which would remove the dialog.
  dialog?.addEventListener('close', reopen, { signal, capture: true })
  // Chrome lets a second Escape close the dialog, unless the key itself is stopped. After a click on plain text, the
  // key goes to the document and not to the dialog.
  document.addEventListener('keydown', (event) => event.key === 'Escape' && stay(event), { signal })
  return () => listeners.abort()
}
