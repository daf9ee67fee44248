import { focusMark } from './holdFocus.ts'
import { watchFocus } from './watchFocus.ts'

/**
 * Keeps the focus in a table whose rows change. A row has its id in `data-seats-row` and its place in `data-index`. If
 * the focused element disappears from a row, the focus moves to the first of these that exists:
 *
 * 1. the element of the same row that has the attribute `focusMark`,
 * 2. the same row itself,
 * 3. the row that is now at the place of the row, or else the last row,
 * 4. the table.
 *
 * If the focused element was not in a row, the focus moves to the search field, or else to the table.
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
  // An element loses the focus when its row is moved, although both stay in the table.
  if (element.isConnected) return element
  if (row === undefined) return table.querySelector<HTMLElement>('[type="search"]') ?? table
  const rows = [...table.querySelectorAll<HTMLElement>('[data-seats-row]')]
  const sameRow = rows.find(({ dataset }) => dataset.seatsRow === row)
  if (sameRow) return sameRow.querySelector<HTMLElement>(`[${focusMark}]`) ?? sameRow
  return rows.find(({ dataset }) => Number(dataset.index) >= place) ?? rows.at(-1) ?? table
}
