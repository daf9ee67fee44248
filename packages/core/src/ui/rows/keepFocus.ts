import { focusMark } from './holdFocus.ts'
import { watchFocus } from './watchFocus.ts'

/**
 * Keeps the focus inside of a table whose rows change. A row has its id in `data-seats-row` and its place in
 * `data-index`. If the element with the focus disappears, the focus moves to
 *
 * 1. the marked element of the same row, or else the row itself,
 * 2. the row that takes its place, if the row has disappeared,
 * 3. the table, if it has no rows.
 *
 * If the element was not in a row, the focus moves to the search field.
 *
 * @returns a function that removes the listeners
 */
export const keepFocus = (table: HTMLElement): (() => void) =>
  watchFocus(
    table,
    (element) => {
      const { seatsRow, index } = element.closest<HTMLElement>('[data-seats-row]')?.dataset ?? {}
      return { row: seatsRow, place: Number(index) }
    },
    (element, place) => findNext(table, element, place),
  )

function findNext(
  table: HTMLElement,
  element: HTMLElement,
  { row, place }: { row: string | undefined; place: number },
): HTMLElement {
  // A row loses the focus when it is moved, although it stays in the table.
  if (element.isConnected) return element
  if (row === undefined) return table.querySelector<HTMLElement>('[type="search"]') ?? table
  const rows = [...table.querySelectorAll<HTMLElement>('[data-seats-row]')]
  const sameRow = rows.find(({ dataset }) => dataset.seatsRow === row)
  if (sameRow) return sameRow.querySelector<HTMLElement>(`[${focusMark}]`) ?? sameRow
  return rows.find(({ dataset }) => Number(dataset.index) >= place) ?? rows.at(-1) ?? table
}
