import { focusMark } from './holdFocus.ts'

/**
 * Keeps the focus inside of a table whose rows change. A row has its id in `data-seats-row` and its place in
 * `data-index`. If the element that has the focus goes away, the focus goes to
 *
 * 1. the marked element of the same row, or else the row itself,
 * 2. the row that takes its place, if the row is gone,
 * 3. the table, if it has no rows. From outside of a row it goes to the search field.
 *
 * @returns a function that ends this
 */
export function keepFocus(table: HTMLElement): () => void {
  const { ownerDocument: page } = table
  let last: { element: HTMLElement; row: string | undefined; place: number } | undefined

  function remember({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement)) return
    const { seatsRow, index } = target.closest<HTMLElement>('[data-seats-row]')?.dataset ?? {}
    last = { element: target, row: seatsRow, place: Number(index) }
  }
  function forget() {
    // Chrome fires this for an element that is removed, too. `restore` has run by the next task.
    setTimeout(() => {
      if (!table.contains(page.activeElement)) last = undefined
    })
  }
  function restore() {
    const isLost = page.activeElement === null || page.activeElement === page.body
    if (last && isLost) findNext(table, last).focus({ preventScroll: true })
  }

  const changes = new MutationObserver(restore)
  changes.observe(table, { childList: true, subtree: true })
  table.addEventListener('focusin', remember)
  table.addEventListener('focusout', forget)
  return () => {
    changes.disconnect()
    table.removeEventListener('focusin', remember)
    table.removeEventListener('focusout', forget)
  }
}

function findNext(
  table: HTMLElement,
  { element, row, place }: { element: HTMLElement; row: string | undefined; place: number },
): HTMLElement {
  // A row that moves loses the focus, although it stays.
  if (element.isConnected) return element
  if (row === undefined) return table.querySelector<HTMLElement>('[type="search"]') ?? table
  const rows = [...table.querySelectorAll<HTMLElement>('[data-seats-row]')]
  const same = rows.find(({ dataset }) => dataset.seatsRow === row)
  if (same) return same.querySelector<HTMLElement>(`[${focusMark}]`) ?? same
  return rows.find(({ dataset }) => Number(dataset.index) >= place) ?? rows.at(-1) ?? table
}
