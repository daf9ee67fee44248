import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import type { Overlay } from './Overlay.ts'

/** The state of a cached roster while changes or a read are under way. Afterwards it is deleted. */
export interface RosterWork {
  cache: SeatsCache
  /** Returns the roster in the cache, which has only the server's answers. */
  getCached: () => unknown
  /** The query key as text. */
  name: string
  /** The changes under way. */
  overlays: Set<Overlay>
  /**
   * Changes that put seats into the roster. The seats are from answers that arrived during a read. The roster that is
   * being read may be older than these answers.
   */
  answers: Overlay[]
  /** Maps the roster from the cache to the roster to show, which stays the same object until something changes. */
  shown: WeakMap<SeatsList, SeatsList>
  /** True if the app has written a roster during a change. That roster may contain rows shown before the answer. */
  isWrittenByApp: boolean
  /** True if the roster was found to be wrong during a read. That read may have begun too early. */
  isOutdated: boolean
  /** Stops listening to the cache. */
  unsubscribe: () => void
}

/** The work under way on this page, in all query caches. */
export const rosterWorks: Set<RosterWork> = new Set()
