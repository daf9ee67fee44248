import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import type { Overlay } from './Overlay.ts'

/** What is known of a cached roster while a change or a read is under way. It is forgotten afterwards. */
export interface RosterWork {
  cache: SeatsCache
  /** Returns what the cache holds now: only what the server said. */
  getCached: () => unknown
  /** The query key as text. */
  name: string
  /** The changes under way. */
  overlays: Set<Overlay>
  /** Seats of answers that came during a read. Its list may be from before them. */
  seats: CustomerSeat[]
  /** Puts the seats into a roster. */
  patch: (roster: SeatsList) => SeatsList
  /** The roster that is shown for one from the cache. It stays the same object until something changes. */
  shown: WeakMap<SeatsList, SeatsList>
  /** The app has written a roster during a change. It may have made it from what was shown in advance. */
  isWrittenByApp: boolean
  /** The roster was found to be wrong during a read, which may not repair it. */
  isOutdated: boolean
  /** Ends listening to the cache. */
  unsubscribe: () => void
}

/** The work under way on this page, in all query caches. */
export const rosterWorks: Set<RosterWork> = new Set()
