import type { NotedRow } from './mergeNotes.ts'

/** A row that a virtual list shows: its place from 0, and where it begins and ends, in pixels. */
interface PlacedRow {
  index: number
  start: number
  end: number
}

/** A row, or an empty space for rows that are not on the page. `space` is its height in pixels. */
export type ListPart = { key: string; noted: NotedRow; index: number } | { key: string; space: number }

/** Returns the rows that are on the page, with the spaces before, between and after them. */
export function listParts(rows: readonly NotedRow[], placedRows: readonly PlacedRow[], totalSize: number): ListPart[] {
  let end = 0
  const parts = placedRows.flatMap((placedRow): ListPart[] => {
    const noted = rows[placedRow.index]
    if (noted === undefined) return []
    const space = placedRow.start - end
    end = placedRow.end
    const row = { key: noted.id, noted, index: placedRow.index }
    return space > 0 ? [{ key: `space before ${noted.id}`, space }, row] : [row]
  })
  return totalSize > end ? [...parts, { key: 'space after', space: totalSize - end }] : parts
}

/**
 * Returns the places of the visible rows, of the focused row and of the two rows beside the focused row. So the focused
 * row stays on the page while the list is scrolled, and the tab key moves the focus to the row beside it.
 */
export function withFocused(places: readonly number[], rows: readonly NotedRow[], box: Element | null): number[] {
  const row = box?.ownerDocument.activeElement?.closest<HTMLElement>('[data-seats-row]')
  if (!row || !box?.contains(row)) return [...places]
  const focusedIndex = rows.findIndex(({ id }) => id === row.dataset.seatsRow)
  if (focusedIndex < 0) return [...places]
  const focusedAndNeighbours = [focusedIndex - 1, focusedIndex, focusedIndex + 1].filter(
    (place) => place >= 0 && place < rows.length,
  )
  return [...new Set([...places, ...focusedAndNeighbours])].toSorted((a, b) => a - b)
}
