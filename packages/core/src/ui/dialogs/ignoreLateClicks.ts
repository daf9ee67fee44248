import { ignoreHeldKeys } from './ignoreHeldKeys.ts'

/**
 * Makes a dialog ignore the second click of a double click if the first click was on another step of the dialog, or on
 * the button that opened the dialog. So the focus stays where the new step has put it, and no button of that step is
 * pressed. Also makes the buttons of the dialog ignore a key that is held down.
 *
 * @param stepNow returns the current step
 * @returns a function that removes the listeners
 */
export function ignoreLateClicks(dialog: HTMLElement, stepNow: () => unknown): () => void {
  let firstClick: { step: unknown } | undefined

  function check(event: MouseEvent) {
    // `detail` is 2 for the second click of a double click, and 0 for a click with the keyboard.
    if (event.detail < 2) {
      if (event.type === 'mousedown') firstClick = { step: stepNow() }
      return
    }
    if (firstClick && firstClick.step === stepNow()) return
    event.preventDefault()
    event.stopPropagation()
  }

  const heedHeldKeys = ignoreHeldKeys(dialog)
  dialog.addEventListener('mousedown', check, true)
  dialog.addEventListener('click', check, true)
  return () => {
    heedHeldKeys()
    dialog.removeEventListener('mousedown', check, true)
    dialog.removeEventListener('click', check, true)
  }
}
