import { doubleClickMs } from '../count/doubleClickMs.ts'
import { hasMovedUnder, rowPlaces, type RowPlaces } from './rowPlaces.ts'

/** Two clicks this near to each other, in pixels, are at the same place. */
const samePlacePx = 20

/** Milliseconds between two looks at the places of the rows. */
const lookEveryMs = 250

/**
 * Ignores a click on a row of a table if another row was at its place when the user decided to click:
 *
 * - The row has moved there in the last half second, for example because a message above the table has disappeared. Rows
 *   can move for many reasons, such as a picture of the app that is loaded late. So their places are read regularly.
 * - It is the second click of a double click, and the first one was not on that row.
 *
 * @returns a function that removes the listener
 */
export function ignoreLateRowClicks(page: Document): () => void {
  let lastClick: { row: string | undefined; at: number; x: number; y: number } | undefined
  let looks: { at: number; places: RowPlaces }[] = []
  // The rows were at the places of a look until the next one.
  const recentLooks = () => looks.filter(({ at }) => performance.now() - at < doubleClickMs + lookEveryMs)
  const look = () => {
    looks = [...recentLooks(), { at: performance.now(), places: rowPlaces(page) }]
  }

  function check(event: MouseEvent) {
    const { detail, timeStamp: at, clientX: x, clientY: y, target } = event
    // A click by the keyboard has no place: it is on the focused button.
    if (detail === 0) return
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-seats-row]') : null
    const key = row?.dataset.seatsRow
    // Some touch screens do not count the taps in `detail`.
    const isAgain =
      detail > 1 ||
      (lastClick && at - lastClick.at < doubleClickMs && Math.hypot(x - lastClick.x, y - lastClick.y) < samePlacePx)
    const firstKey = isAgain ? lastClick?.row : key
    lastClick = { row: firstKey, at, x, y }
    if (row === null || (key === firstKey && !recentLooks().some(({ places }) => hasMovedUnder(row, y, places)))) return
    event.preventDefault()
    event.stopPropagation()
  }

  look()
  const timer = setInterval(look, lookEveryMs)
  page.addEventListener('click', check, true)
  return () => {
    clearInterval(timer)
    page.removeEventListener('click', check, true)
  }
}
