interface Place {
  /** The distance from the top of the window, in pixels. */
  inWindow: number
  /** The distance from the top of the page, in pixels. Scrolling does not change it. */
  inPage: number
  /** The height of the row, in pixels. */
  height: number
}

/** The places of the rows of a list. */
export type RowPlaces = ReadonlyMap<HTMLElement, Place>

/** Returns the places of all rows in a list. */
export const rowPlaces = (list: HTMLElement): RowPlaces =>
  new Map([...list.querySelectorAll<HTMLElement>('[data-seats-row]')].map((row) => [row, placeOf(row)]))

/**
 * Returns whether a row is under a point of the window only because the layout of the page has changed. Returns false
 * if the user has scrolled the row to that point, and if the row has kept its place in the window because the browser
 * has scrolled the page. A row that was not on the page earlier counts as moved if it is now where another row was.
 *
 * @param y the distance of the point from the top of the window, in pixels
 * @param places the earlier places of the rows
 */
export function hasMovedUnder(row: HTMLElement, y: number, places: RowPlaces): boolean {
  const before = places.get(row)
  const { inWindow, inPage, height } = placeOf(row)
  if (before === undefined) return isWhereAnotherWas(row, inPage + y - inWindow, places)
  if (before.inWindow === inWindow) return false
  const topBefore = inWindow - (inPage - before.inPage)
  return topBefore !== inWindow && (y < topBefore || y >= topBefore + height)
}

/**
 * Returns whether another row has left a point of the page. A row that only scrolling has brought onto the page is at a
 * point where no other row was.
 */
const isWhereAnotherWas = ({ dataset }: HTMLElement, y: number, places: RowPlaces): boolean =>
  [...places].some(
    ([other, { inPage, height }]) =>
      // An element can be replaced by a new one for the same person.
      other.dataset.seatsRow !== dataset.seatsRow &&
      y >= inPage &&
      y < inPage + height &&
      !(other.isConnected && pageTop(other) === inPage),
  )

const placeOf = (row: HTMLElement): Place => ({
  inWindow: row.getBoundingClientRect().top,
  inPage: pageTop(row),
  height: row.offsetHeight,
})

const pageTop = ({ offsetTop, offsetParent }: HTMLElement): number =>
  offsetTop + (offsetParent instanceof HTMLElement ? pageTop(offsetParent) : 0)
