import { doubleClickMs } from '../count/doubleClickMs.ts'
import { hasMovedUnder, rowPlaces, type RowPlaces } from './rowPlaces.ts'

/** Two clicks are at the same place if the distance between them is smaller than this, in pixels. */
const samePlacePx = 20

/**
 * The time in milliseconds between two measurements of the places of the rows. A click is ignored for up to this time
 * longer than necessary, because a row can have moved just after a measurement.
 */
const measureEveryMs = 100

/**
 * Ignores a click on a row of a list if the user has probably decided to click on something else. There are two cases:
 *
 * - In the last half second, the row has moved under the pointer, or has appeared where another row was. But if the user
 *   has scrolled the list since then, the row is there because of the scrolling.
 * - The click is the second click of a double click, and the first click was not on that row.
 *
 * @param getList returns the element around the rows, which scrolls if the list is long; `null` while there are no rows
 * @returns a function that removes the listener
 */
export function ignoreLateRowClicks(getList: () => HTMLElement | null): () => void {
  let lastClick: { row: string | undefined; at: number; x: number; y: number } | undefined
  // The places of the rows, from half a second ago until now.
  let measurements: { at: number; places: RowPlaces }[] = []
  let lastScrollTop = 0

  function dropOldMeasurements({ scrollTop }: HTMLElement) {
    const isOld = ({ at }: { at: number }) => performance.now() - at >= doubleClickMs
    // The newest of the old measurements says where the rows were half a second ago.
    const oldestIndex = Math.max(0, measurements.findLastIndex(isOld))
    measurements = scrollTop === lastScrollTop ? measurements.slice(oldestIndex) : []
  }
  function measure() {
    const list = getList()
    if (list === null) return
    dropOldMeasurements(list)
    // A long list moves its rows once more after scrolling, when their heights are known. So it is measured next time.
    if (list.scrollTop === lastScrollTop) measurements.push({ at: performance.now(), places: rowPlaces(list) })
    lastScrollTop = list.scrollTop
  }

  function check(event: MouseEvent) {
    const { detail, timeStamp: at, clientX: x, clientY: y, target } = event
    // A click with the keyboard has no place: it is a click on the focused button.
    if (detail === 0) return
    const list = getList()
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-seats-row]') : null
    const key = row?.dataset.seatsRow
    // Some touch screens do not count the taps in `detail`.
    const isAgain =
      detail > 1 ||
      (lastClick && at - lastClick.at < doubleClickMs && Math.hypot(x - lastClick.x, y - lastClick.y) < samePlacePx)
    const firstKey = isAgain ? lastClick?.row : key
    lastClick = { row: firstKey, at, x, y }
    if (row === null || !list?.contains(row)) return
    dropOldMeasurements(list)
    if (key === firstKey && !measurements.some(({ places }) => hasMovedUnder(row, y, places))) return
    event.preventDefault()
    event.stopPropagation()
  }

  measure()
  // No event reports each move of an element. For example, a late picture above the list moves the rows, but changes
  // neither the elements of the page nor the size of the list. So the places are measured regularly.
  const timer = setInterval(measure, measureEveryMs)
  document.addEventListener('click', check, true)
  return () => {
    clearInterval(timer)
    document.removeEventListener('click', check, true)
  }
}
