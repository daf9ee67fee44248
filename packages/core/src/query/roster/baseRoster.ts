import { withSeats } from '../../roster/patchRoster.ts'
import { isSeatsList, type SeatsList } from '../../schemas/SeatsList.ts'
import { isOptimisticSeat } from './optimisticSeat.ts'

/**
 * For each roster whose rows are known to be valid: its base, which is the roster without the changes under way. Kept
 * here, because checking 10,000 rows again takes as long as handling several events.
 */
export const baseRosters: WeakMap<object, SeatsList> = new WeakMap()

/**
 * Returns a roster as the server's answers make it: without the changes that are only shown so far. A cache that an app
 * stored and restored can contain such changes (see `isOptimisticSeat`). Returns undefined for a value that is not a
 * roster.
 */
export function baseRoster(cached: unknown): SeatsList | undefined {
  // A WeakMap has nothing for a key that is not an object.
  const knownBase = baseRosters.get(cached as object)
  if (knownBase || !isSeatsList(cached)) return knownBase
  const seats = cached.seats.filter((seat) => !isOptimisticSeat(seat))
  const base = seats.length === cached.seats.length ? cached : withSeats(cached, seats)
  baseRosters.set(cached, base)
  return base
}
