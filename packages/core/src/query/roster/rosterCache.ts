import { patchRoster } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { refetchShown } from '../cache/refetchShown.ts'
import { seatsKey } from '../cache/seatsKeys.ts'
import { baseRoster, baseRosters } from './baseRoster.ts'
import { withOverlays, type Overlay } from './Overlay.ts'
import { rosterWorks, type RosterWork } from './RosterWork.ts'

/** A roster in the cache. The cache has only the server's answers; `shownRoster` adds the unanswered changes. */
export interface RosterCache {
  /** Returns the roster without the unanswered changes, or undefined if it is not known. */
  peek(): SeatsList | undefined
  /** Shows a change at once. */
  show(overlay: Overlay): void
  /** Puts the seats of an answer into the roster, and ends the change that was shown before the answer. */
  record(overlay: Overlay | undefined, ...seats: CustomerSeat[]): void
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
  // A paused read does not count. It has sent nothing yet, so its answer will have every change that was answered
  // before.
  const isReading = () => cache.getQueryState(queryKey)?.fetchStatus === 'fetching'

  const peek = () => baseRoster(getCached())

  function openWork(): RosterWork {
    const existingWork = [...rosterWorks].find((work) => work.cache === cache && work.name === name)
    if (existingWork) return existingWork
    const work: RosterWork = {
      cache,
      getCached,
      name,
      overlays: new Set(),
      answers: [],
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

  /** Stores the roster with these answers as a new object, so that TanStack calls `select` again. */
  function store(answers: Overlay[]): void {
    const base = peek()
    // A roster that was removed in the meantime, for example at a sign-out, is not stored again.
    if (base === undefined) return
    const nextRoster = withOverlays({ ...base }, answers)
    baseRosters.set(nextRoster, nextRoster)
    // Unlike `setQueryData`, this keeps the time of the last read. An invalid query also stays invalid.
    cache.getQueryCache().find({ queryKey })?.setState({ data: nextRoster })
  }

  /** Does the work that had to wait for the end of a read or of the last change. */
  function finishIfIdle(work: RosterWork): void {
    if (isReading()) return
    const { answers } = work
    work.answers = []
    if (answers.length > 0) store(answers)
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
      store([])
    },
    record(overlay, ...seats) {
      const work = openWork()
      if (overlay !== undefined) work.overlays.delete(overlay)
      const answers = seats.map(
        (seat): Overlay =>
          (roster) =>
            patchRoster(roster, seat, source),
      )
      if (isReading()) work.answers.push(...answers)
      store(answers)
      finishIfIdle(work)
    },
    markOutdated() {
      // A read under way is not aborted, because with many changes no read would ever end. Another read follows it.
      if (isReading()) openWork().isOutdated = true
      else refetchShown(cache, queryKey)
    },
  }
}
