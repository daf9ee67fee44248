import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import type { Overlay } from './Overlay.ts'

/** The state of a cached roster while changes or a read are under way. It is deleted afterwards. */
export interface RosterWork {
  cache: SeatsCache
  /** Returns the roster in the cache, which has only the server's answers. */
  getCached: () => unknown
  /** The query key as text. */
  name: string
  /** The changes under way. */
  overlays: Set<Overlay>
  /** Seats of answers that arrived during a read of the roster. The list of that read may be older. */
  seats: CustomerSeat[]
  /** Puts `seats` into a roster. */
  patch: (roster: SeatsList) => SeatsList
  /** The roster to show, for the roster from the cache. It stays the same object until something changes. */
  shown: WeakMap<SeatsList, SeatsList>
  /** True if the app has written the roster during a change. It may contain rows that were shown before the answer. */
  isWrittenByApp: boolean
  /** True if the roster was found to be wrong during a read. That read may have begun too early. */
  isOutdated: boolean
  /** Stops listening to the cache. */
  unsubscribe: () => void
}

/** The work under way on this page, in all query caches. */
export const rosterWorks: Set<RosterWork> = new Set()
