import type { SeatsList } from '../../schemas/SeatsList.ts'
import { baseRoster, baseRosters } from './baseRoster.ts'
import { withOverlays } from './Overlay.ts'
import { rosterWorks } from './RosterWork.ts'

/**
 * Returns the roster to show, for the roster from the cache. This is TanStack's `select` of every roster query. It adds
 * the changes under way. So the cache itself need not contain them.
 */
export function shownRoster(cached: SeatsList): SeatsList {
  const base = baseRoster(cached)
  if (base === undefined) return cached
  const work = [...rosterWorks].find(({ getCached }) => getCached() === cached)
  if (work === undefined) return base
  const knownResult = work.shown.get(cached)
  if (knownResult) return knownResult
  const overlays = [...work.overlays]
  const rosterWithAnswers = withOverlays(base, [...work.answers, ...overlays.filter(({ isAnswered }) => isAnswered)])
  const rosterToShow = withOverlays(rosterWithAnswers, overlays)
  work.shown.set(cached, rosterToShow)
  baseRosters.set(rosterToShow, rosterWithAnswers)
  return rosterToShow
}
