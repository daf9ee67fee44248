import type { Overlay } from './Overlay.ts'
import { patchRoster } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { refetchShown } from '../cache/refetchShown.ts'
import { seatsKey } from '../cache/seatsKeys.ts'
import { baseRoster, baseRosters } from './optimisticSeat.ts'
import { rosterWorks, type RosterWork } from './RosterWork.ts'

/** One cached roster. The cache has only the server's answers; `shownRoster` adds the unanswered changes. */
export interface RosterCache {
  /** Returns the roster without the unanswered changes, or undefined if it is not known. */
  peek(): SeatsList | undefined
  /** Shows a change at once. */
  show(overlay: Overlay): void
  /** Ends a change that was shown. Puts the seats of its answer into the roster. */
  settle(overlay: Overlay | undefined, ...seats: CustomerSeat[]): void
  /** Makes TanStack read the roster again: at once if it is on the screen, otherwise when it is needed next. */
  markOutdated(): void
}

/**
 * Returns the cached roster of a source. These are all its transitions:
 *
 * | when | then |
 * | --- | --- |
 * | a change begins | it is shown |
 * | a change ends | it is no longer shown. The seats of its answer are stored, and during a read also kept |
 * | a read ends | the kept seats are put into the roster that was read, and forgotten |
 * | the app stores a roster during a change | the roster is read again after the last change |
 * | the roster is found to be wrong during a read | the roster is read again after that read |
 */
export function rosterCache(cache: SeatsCache, scope: string, source: SeatSource): RosterCache {
  const queryKey = seatsKey(scope, source)
  const name = JSON.stringify(queryKey)
  const getCached = () => cache.getQueryData(queryKey)
  const isReading = () => (cache.getQueryState(queryKey)?.fetchStatus ?? 'idle') !== 'idle'

  const withPatchedSeats = (roster: SeatsList, seats: CustomerSeat[]) =>
    seats.reduce((patched, seat) => patchRoster(patched, seat, source), roster)

  const peek = () => baseRoster(getCached())

  function openWork(): RosterWork {
    const existing = [...rosterWorks].find((work) => work.cache === cache && work.name === name)
    if (existing !== undefined) return existing
    const work: RosterWork = {
      cache,
      getCached,
      name,
      overlays: new Set(),
      seats: [],
      patch: (roster) => withPatchedSeats(roster, work.seats),
      shown: new WeakMap(),
      isWrittenByApp: false,
      isOutdated: false,
      unsubscribe: cache.getQueryCache().subscribe(({ query, action }) => {
        const isStored = action?.type === 'success' && query.state.data === getCached()
        if (isStored) work.isWrittenByApp = action.manual === true && work.overlays.size > 0
        finishIfIdle(work)
      }),
    }
    rosterWorks.add(work)
    return work
  }

  /** Stores the roster with these seats as a new object, so that TanStack calls `select` again. */
  function storeSeats(work: RosterWork, seats: CustomerSeat[]): void {
    const base = peek()
    // A roster that was removed in the meantime, for example at a sign-out, is not stored again.
    if (base === undefined) return
    const nextRoster = withPatchedSeats({ ...base }, seats)
    baseRosters.set(nextRoster, nextRoster)
    // Unlike `setQueryData`, this keeps the roster's age and its mark as invalid.
    cache.getQueryCache().find({ queryKey })?.setState({ data: nextRoster })
  }

  /** Does the work that had to wait for the end of a read or of the last change. */
  function finishIfIdle(work: RosterWork): void {
    if (isReading()) return
    const { seats } = work
    work.seats = []
    if (seats.length > 0) storeSeats(work, seats)
    const hasNoChanges = work.overlays.size === 0
    if (work.isOutdated || (hasNoChanges && work.isWrittenByApp)) {
      work.isOutdated = false
      work.isWrittenByApp = false
      refetchShown(cache, queryKey)
    }
    if (!hasNoChanges) return
    work.unsubscribe()
    rosterWorks.delete(work)
  }

  return {
    peek,
    show(overlay) {
      const work = openWork()
      work.overlays.add(overlay)
      storeSeats(work, [])
    },
    settle(overlay, ...seats) {
      const work = openWork()
      if (overlay !== undefined) work.overlays.delete(overlay)
      if (isReading()) work.seats.push(...seats)
      storeSeats(work, seats)
      finishIfIdle(work)
    },
    markOutdated() {
      // A read under way is not aborted, because with many changes no read would ever end. Another read follows it.
      if (isReading()) openWork().isOutdated = true
      else refetchShown(cache, queryKey)
    },
  }
}
