import type { Overlay } from './Overlay.ts'
import { patchRoster } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { readAgain } from '../cache/readAgain.ts'
import { seatsKey } from '../cache/seatsKeys.ts'
import { baseRoster, bases } from './optimisticSeat.ts'
import { rosterWorks, type RosterWork } from './RosterWork.ts'

/** One cached roster. The cache holds only what the server said; `shownRoster` adds the changes under way. */
export interface RosterCache {
  /** Returns the roster as the server said it, or undefined if it is not known. */
  peek(): SeatsList | undefined
  /** Shows a change at once. */
  show(overlay: Overlay): void
  /** Takes a change off again. Puts the seats of its answer into the roster. */
  settle(overlay: Overlay | undefined, ...seats: CustomerSeat[]): void
  /** Has the roster read again: at once if it is on the screen, else when it is needed. */
  outdate(): void
}

/**
 * Returns the roster of a source in a query cache. It knows only these transitions, and nothing between them:
 *
 * | when | then |
 * | --- | --- |
 * | a change begins | it is shown |
 * | a change ends | it is no longer shown. The seats of its answer are stored, and kept if a read is under way |
 * | a read ends | the kept seats are put into the roster that is stored then, and forgotten |
 * | the app stores a roster during a change | it is read again after the last change |
 * | it is found to be wrong during a read | it is read again after that read |
 */
export function rosterCache(cache: SeatsCache, scope: string, source: SeatSource): RosterCache {
  const queryKey = seatsKey(scope, source)
  const name = JSON.stringify(queryKey)
  const getCached = () => cache.getQueryData(queryKey)
  const isReading = () => (cache.getQueryState(queryKey)?.fetchStatus ?? 'idle') !== 'idle'

  const patched = (roster: SeatsList, seats: CustomerSeat[]) =>
    seats.reduce((patched, seat) => patchRoster(patched, seat, source), roster)

  const peek = () => baseRoster(getCached())

  function open(): RosterWork {
    const known = [...rosterWorks].find((work) => work.cache === cache && work.name === name)
    if (known !== undefined) return known
    const work: RosterWork = {
      cache,
      getCached,
      name,
      overlays: new Set(),
      seats: [],
      patch: (roster) => patched(roster, work.seats),
      shown: new WeakMap(),
      isWrittenByApp: false,
      isOutdated: false,
      unsubscribe: cache.getQueryCache().subscribe(({ query, action }) => {
        const isStored = action?.type === 'success' && query.state.data === getCached()
        if (isStored) work.isWrittenByApp = action.manual === true && work.overlays.size > 0
        proceed(work)
      }),
    }
    rosterWorks.add(work)
    return work
  }

  /** Stores the roster with these seats as a new object, so that components ask again what to show. */
  function store(work: RosterWork, seats: CustomerSeat[]): void {
    const base = peek()
    // A roster that was removed in the meantime, for example at a sign-out, is not stored again.
    if (base === undefined) return
    const next = patched({ ...base }, seats)
    bases.set(next, next)
    // Unlike `setQueryData`, this keeps the roster's age and its mark as invalid.
    cache.getQueryCache().find({ queryKey })?.setState({ data: next })
  }

  /** Does what had to wait for the end of a read or of the last change. */
  function proceed(work: RosterWork): void {
    if (isReading()) return
    const { seats } = work
    work.seats = []
    if (seats.length > 0) store(work, seats)
    const isEnd = work.overlays.size === 0
    if (work.isOutdated || (isEnd && work.isWrittenByApp)) {
      work.isOutdated = false
      work.isWrittenByApp = false
      readAgain(cache, queryKey)
    }
    if (!isEnd) return
    work.unsubscribe()
    rosterWorks.delete(work)
  }

  return {
    peek,
    show(overlay) {
      const work = open()
      work.overlays.add(overlay)
      store(work, [])
    },
    settle(overlay, ...seats) {
      const work = open()
      if (overlay !== undefined) work.overlays.delete(overlay)
      if (isReading()) work.seats.push(...seats)
      store(work, seats)
      proceed(work)
    },
    outdate() {
      // A list under way is not given up, or many changes would let none arrive: another one follows it.
      if (isReading()) open().isOutdated = true
      else readAgain(cache, queryKey)
    },
  }
}
