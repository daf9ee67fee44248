import type { LiveSource } from './LiveSource.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isHidden } from '../../internal/runtime/pageVisibility.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { rosterCache, type RosterCache } from '../roster/rosterCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { refetchShown } from '../cache/refetchShown.ts'
import { seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'
import { coalesce } from './coalesce.ts'

/**
 * A new stream repeats only the changes of the last minute. A roster that was read longer ago may lack changes that
 * the stream does not repeat.
 */
const recentMs = 55_000

interface CachedRoster {
  cache: SeatsCache
  queryKey: SeatsKey
  roster: RosterCache
  /** The number of callers that follow the roster. */
  followers: number
}

export function createLiveSource(client: SeatsClient, source: SeatSource): LiveSource {
  let entries: CachedRoster[] = []
  /** Reads another query about this source again, if it is on the screen. */
  const readOtherQuery = (operation: 'getSubscription' | 'getSeatAccess') =>
    entries.forEach(({ cache, queryKey: [seats, scope, , id] }) => refetchShown(cache, [seats, scope, operation, id]))
  const coalescedRead = coalesce(() => {
    entries.forEach(({ roster }) => roster.markOutdated())
    readOtherQuery('getSubscription')
    readOtherQuery('getSeatAccess')
  })
  const hasPendingSeat = ({ roster }: CachedRoster) =>
    roster.peek()?.seats.some(({ status }) => status === 'pending') === true

  const liveSource: LiveSource = {
    source,
    stream: undefined,
    isBehind: false,
    add(cache, source) {
      // Events that were missed without a roster do no harm: the roster that is added now is read again if `isOld` says
      // so.
      if (entries.length === 0) liveSource.isBehind = false
      const queryKey = seatsKey(client.scope, source)
      const entry = entries.find((entry) => entry.cache === cache && entry.queryKey[3] === queryKey[3]) ?? {
        cache,
        queryKey,
        roster: rosterCache(cache, client.scope, source),
        followers: 0,
      }
      entry.followers++
      if (entry.followers === 1) entries.push(entry)
      return () => {
        entry.followers--
        if (entry.followers === 0) entries = entries.filter((other) => other !== entry)
        if (entries.length === 0) coalescedRead.cancel()
      }
    },
    hasRosters: () => entries.length > 0,
    isOld: () => entries.some(isOldRoster),
    record(seat) {
      entries.forEach(({ roster }) => roster.record(undefined, seat))
      // The seat may be the user's own.
      readOtherQuery('getSeatAccess')
    },
    read: coalescedRead.run,
    poll() {
      if (!isHidden() && entries.some(hasPendingSeat)) coalescedRead.run()
    },
  }
  return liveSource
}

function isOldRoster({ cache, queryKey }: CachedRoster): boolean {
  const state = cache.getQueryState(queryKey)
  // A roster that has no answer yet, or is being read, is not old.
  if (!state?.dataUpdatedAt || state.fetchStatus === 'fetching') return false
  return Date.now() - state.dataUpdatedAt > recentMs
}
