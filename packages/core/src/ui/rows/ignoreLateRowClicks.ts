import { doubleClickMs } from '../count/doubleClickMs.ts'

/** Two clicks this near to each other, in pixels, are at the same place. */
const samePlacePx = 20

/**
 * Ignores the second click of a double click on a row of a table if the first click was not on that row. Between the
 * two, a message above the rows can disappear, so that another row is under the pointer.
 *
 * @returns a function that removes the listener
 */
export function ignoreLateRowClicks(page: Document): () => void {
  let lastClick: { row: string | undefined; at: number; x: number; y: number } | undefined

  function check(event: MouseEvent) {
    const { detail, timeStamp: at, clientX: x, clientY: y, target } = event
    // A click by the keyboard has no place: it is on the focused button.
    if (detail === 0) return
    const row =
      target instanceof Element ? target.closest<HTMLElement>('[data-seats-row]')?.dataset.seatsRow : undefined
    // Some touch screens do not count the taps in `detail`.
    const isAgain =
      detail > 1 ||
      (lastClick && at - lastClick.at < doubleClickMs && Math.hypot(x - lastClick.x, y - lastClick.y) < samePlacePx)
    const firstRow = isAgain ? lastClick?.row : row
    lastClick = { row: firstRow, at, x, y }
    if (row === undefined || row === firstRow) return
    event.preventDefault()
    event.stopPropagation()
  }

  page.addEventListener('click', check, true)
  return () => page.removeEventListener('click', check, true)
}
