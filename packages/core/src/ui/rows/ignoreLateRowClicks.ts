import { doubleClickMs } from '../count/doubleClickMs.ts'
import { hasMovedUnder, rowPlaces, type RowPlaces } from './rowPlaces.ts'

/** Two clicks are at the same place if the distance between them is smaller than this, in pixels. */
const samePlacePx = 20

/** The time in milliseconds between two measurements of the places of the rows. */
const measureEveryMs = 250

/**
 * Ignores a click on a row of a table if the user has probably decided to click on something else. There are two cases:
 *
 * - In about the last half second, the row has moved under the pointer, or has appeared where another row was. Rows can
 *   move for many reasons, such as a message above the table that disappears, or a picture of the app that is loaded
 *   late. So the places of the rows are measured regularly.
 * - The click is the second click of a double click, and the first click was not on that row.
 *
 * @returns a function that removes the listener
 */
export function ignoreLateRowClicks(page: Document): () => void {
  let lastClick: { row: string | undefined; at: number; x: number; y: number } | undefined
  let measurements: { at: number; places: RowPlaces }[] = []
  // Rows may stay where they were measured until just before the next measurement. So a measurement counts longer.
  const recentMeasurements = () =>
    measurements.filter(({ at }) => performance.now() - at < doubleClickMs + measureEveryMs)
  const measure = () => {
    measurements = [...recentMeasurements(), { at: performance.now(), places: rowPlaces(page) }]
  }

  function check(event: MouseEvent) {
    const { detail, timeStamp: at, clientX: x, clientY: y, target } = event
    // A click with the keyboard has no place: it is a click on the focused button.
    if (detail === 0) return
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-seats-row]') : null
    const key = row?.dataset.seatsRow
    // Some touch screens do not count the taps in `detail`.
    const isAgain =
      detail > 1 ||
      (lastClick && at - lastClick.at < doubleClickMs && Math.hypot(x - lastClick.x, y - lastClick.y) < samePlacePx)
    const firstKey = isAgain ? lastClick?.row : key
    lastClick = { row: firstKey, at, x, y }
    if (row === null) return
    if (key === firstKey && !recentMeasurements().some(({ places }) => hasMovedUnder(row, y, places))) return
    event.preventDefault()
    event.stopPropagation()
  }

  measure()
  const timer = setInterval(measure, measureEveryMs)
  page.addEventListener('click', check, true)
  return () => {
    clearInterval(timer)
    page.removeEventListener('click', check, true)
  }
}
