/** One criterion that a list is sorted by. */
export interface Sorting<Name extends string> {
  by: Name
  isDescending: boolean
}

type Sortable = string | number | null

/** Returns the items sorted. Null comes last, or first in a descending order, as in PostgreSQL. */
export function sorted<Item, Name extends string>(
  items: readonly Item[],
  sorting: ReadonlyArray<Sorting<Name>>,
  valueOf: (item: Item, by: Name) => Sortable,
): Item[] {
  return items.toSorted((one, other) => {
    for (const { by, isDescending } of sorting) {
      const order = compare(valueOf(one, by), valueOf(other, by))
      if (order !== 0) return isDescending ? -order : order
    }
    return 0
  })
}

function compare(one: Sortable, other: Sortable): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return String(one).localeCompare(String(other), 'en')
}
