import type { SeatsList } from '../../schemas/SeatsList.ts'
import { shownRoster } from './shownRoster.ts'

type Select = (roster: SeatsList) => unknown

const composed = new WeakMap<Select, Select>()

/** Returns `select` of the roster to show. Returns the same function each time, so that TanStack keeps its result. */
export function selectShown(select: Select | undefined): Select {
  if (select === undefined) return shownRoster
  const known = composed.get(select) ?? ((cached) => select(shownRoster(cached)))
  composed.set(select, known)
  return known
}
