/**
 * Keeps a dialog open during a call that cannot be stopped. A key that would close the dialog does nothing. If the
 * dialog is closed in another way, for example by the button “Back” of Android, it opens again.
 *
 * @param content an element in the dialog
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
  // In Chrome, a second Escape closes the dialog although its event `cancel` is prevented, so the event of the key is
  // prevented too. After a click on plain text, that event is fired on the document's body and not in the dialog.
  document.addEventListener('keydown', (event) => event.key === 'Escape' && stay(event), { signal })
  return () => listeners.abort()
}
