import { withSeats } from '../../roster/patchRoster.ts'
import { isSeatsList, type SeatsList } from '../../schemas/SeatsList.ts'
import { isOptimisticSeat } from './optimisticSeat.ts'

/**
 * For each roster whose rows are known to be valid: its base, which is the roster without optimistic rows, or null if
 * the base is not known yet. Stored, because a check of 10,000 rows takes as long as handling several events.
 */
export const baseRosters: WeakMap<object, SeatsList | null> = new WeakMap()

/**
 * Returns a cached roster without optimistic seats. A cache that an app stored and restored can contain them. Returns
 * undefined for a value that is not a roster.
 */
export function baseRoster(cached: unknown): SeatsList | undefined {
  // A WeakMap has nothing for a key that is not an object.
  const knownBase = baseRosters.get(cached as object)
  if (knownBase) return knownBase
  if (knownBase === undefined && !isSeatsList(cached)) return undefined
  const roster = cached as SeatsList
  const seats = roster.seats.filter((seat) => !isOptimisticSeat(seat))
  const base = seats.length === roster.seats.length ? roster : withSeats(roster, seats)
  baseRosters.set(roster, base)
  return base
}
