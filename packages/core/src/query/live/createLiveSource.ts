import type { LiveSource } from './LiveSource.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isHidden } from '../../internal/runtime/pageVisibility.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { rosterCache, type RosterCache } from '../roster/rosterCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { readAgain } from '../cache/readAgain.ts'
import { seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'
import { coalesce } from './coalesce.ts'

/** The server tells a new stream about the changes of the last minute. A roster that is older may lack earlier changes. */
const recentMs = 55_000

interface Entry {
  cache: SeatsCache
  queryKey: SeatsKey
  roster: RosterCache
  followers: number
}

export function createLiveSource(client: SeatsClient, source: SeatSource): LiveSource {
  let entries: Entry[] = []
  /** Has another query about this source read again. */
  const outdate = (operation: 'getSubscription' | 'getSeatAccess') =>
    entries.forEach(({ cache, queryKey: [seats, scope, , id] }) => readAgain(cache, [seats, scope, operation, id]))
  const reading = coalesce(() => {
    entries.forEach(({ roster }) => roster.outdate())
    outdate('getSubscription')
    outdate('getSeatAccess')
  })
  const isAwaited = ({ roster }: Entry) => roster.peek()?.seats.some(({ status }) => status === 'pending') === true

  const live: LiveSource = {
    source,
    carrier: undefined,
    isBehind: false,
    add(cache, source) {
      // A roster that was not followed cannot be behind its stream. `isOld` says whether it is too old.
      if (entries.length === 0) live.isBehind = false
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
        if (entries.length === 0) reading.cancel()
      }
    },
    hasRosters: () => entries.length > 0,
    isOld: () => entries.some(isOldRoster),
    settle(seat) {
      entries.forEach(({ roster }) => roster.settle(undefined, seat))
      // It can be the user's own seat.
      outdate('getSeatAccess')
    },
    read: reading.run,
    poll() {
      if (!isHidden() && entries.some(isAwaited)) reading.run()
    },
  }
  return live
}

function isOldRoster({ cache, queryKey }: Entry): boolean {
  const state = cache.getQueryState(queryKey)
  // A roster that has no answer yet, or is being read, is not old.
  if (state === undefined || state.dataUpdatedAt === 0 || state.fetchStatus === 'fetching') return false
  return Date.now() - state.dataUpdatedAt > recentMs
}
