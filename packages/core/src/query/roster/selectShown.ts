import type { SeatsList } from '../../schemas/SeatsList.ts'
import { shownRoster } from './shownRoster.ts'

type Select = (roster: SeatsList) => unknown

const composedSelects = new WeakMap<Select, Select>()

/**
 * Returns a function that calls `select` with the roster to show. For the same `select`, it is the same function each
 * time, so that TanStack keeps the result.
 */
export function selectShown(select: Select | undefined): Select {
  if (select === undefined) return shownRoster
  const composedSelect = composedSelects.get(select) ?? ((cached) => select(shownRoster(cached)))
  composedSelects.set(select, composedSelect)
  return composedSelect
}
