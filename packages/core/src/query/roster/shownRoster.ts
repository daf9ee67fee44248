import { isSeatsList, type SeatsList } from '../../schemas/SeatsList.ts'
import { withoutOptimisticSeats } from './optimisticSeat.ts'
import { rosterWorks } from './RosterWork.ts'

/**
 * Returns the roster to show for one from the cache: TanStack's `select` of every roster. The cache holds only what the
 * server said. The changes under way are laid over it here, so that they are never stored.
 */
export function shownRoster(cached: SeatsList): SeatsList {
  if (!isSeatsList(cached)) return cached
  // An app may have stored what was shown to it.
  const base = withoutOptimisticSeats(cached)
  const work = [...rosterWorks].find(({ getCached }) => getCached() === cached)
  if (work === undefined) return base
  if (work.shown?.cached !== cached) {
    work.shown = { cached, roster: [...work.overlays].reduce((roster, overlay) => overlay(roster), work.patch(base)) }
  }
  return work.shown.roster
}
