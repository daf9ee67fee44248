import type { SeatsClient } from '../../createSeatsClient.ts'
import { isHidden } from '../../internal/pageVisibility.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { rosterCache, type RosterCache } from '../overlay.ts'
import type { SeatsCache } from '../SeatsCache.ts'
import { seatsKey, sourceId } from '../seatsKeys.ts'
import { coalesce } from './coalesce.ts'
import type { LiveStream } from './LiveStream.ts'

/** The server tells a new stream of changes of the last minute. An older roster may lack earlier ones. */
const recentMs = 55_000

/** A source that a page follows. Its rosters are in each query cache that shows it, under each spelling of its id. */
export interface LiveSource {
  readonly source: SeatSource
  /** The stream that carries its events now. */
  carrier: LiveStream | undefined
  /** Whether events may have been missed: its rosters have to be read once they arrive again. */
  isBehind: boolean
  /** Adds a roster. Returns what takes it off again. */
  add(cache: SeatsCache, source: SeatSource): () => void
  hasRosters(): boolean
  /** Whether a roster may be older than the changes that a new stream tells of. */
  isOld(): boolean
  /** Puts a seat in place. */
  settle(seat: CustomerSeat): void
  /** Reads the rosters again. Many calls in a row cause few reads. */
  read(): void
  /** Reads the rosters again if somebody sees the page and an invitation is pending. */
  poll(): void
}

interface Entry {
  cache: SeatsCache
  id: string
  roster: RosterCache
  isOld: () => boolean
  followers: number
}

export function createLiveSource(client: SeatsClient, source: SeatSource): LiveSource {
  let entries: Entry[] = []
  const reading = coalesce(() => entries.forEach(({ roster }) => roster.outdate()))
  const isAwaited = ({ roster }: Entry) => roster.peek()?.seats.some(({ status }) => status === 'pending') === true

  const live: LiveSource = {
    source,
    carrier: undefined,
    isBehind: false,
    add(cache, source) {
      // What a roster missed before it was followed is told by its age.
      if (entries.length === 0) live.isBehind = false
      const id = sourceId(source)
      const entry = entries.find((entry) => entry.cache === cache && entry.id === id) ?? {
        cache,
        id,
        roster: rosterCache(cache, client.scope, source),
        isOld: () => isOldRoster(cache, seatsKey(client.scope, source)),
        followers: 0,
      }
      entry.followers++
      if (entry.followers === 1) entries.push(entry)
      return () => {
        entry.followers--
        if (entry.followers === 0) entries = entries.filter((other) => other !== entry)
        if (entries.length === 0) reading.cancel()
      }
    },
    hasRosters: () => entries.length > 0,
    isOld: () => entries.some(({ isOld }) => isOld()),
    settle: (seat) => entries.forEach(({ roster }) => roster.settle(undefined, seat)),
    read: reading.run,
    poll() {
      if (!isHidden() && entries.some(isAwaited)) reading.run()
    },
  }
  return live
}

function isOldRoster(cache: SeatsCache, queryKey: readonly unknown[]): boolean {
  const state = cache.getQueryState(queryKey)
  // A list that is under way comes from after the stream's opening, or is younger than a minute.
  if (state === undefined || state.dataUpdatedAt === 0 || state.fetchStatus === 'fetching') return false
  return Date.now() - state.dataUpdatedAt > recentMs
}
