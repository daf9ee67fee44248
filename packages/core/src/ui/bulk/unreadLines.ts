import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { keepEntry } from '../../query/cache/keepEntry.ts'
import type { SeatsCache } from '../../query/cache/SeatsCache.ts'
import { operationKey } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { BulkRow } from './BulkRow.ts'

const keyFor = (client: SeatsClient, source: SeatSource | null | undefined) => [
  ...operationKey(client.scope, 'assignSeats', source),
  'unread',
]

/** Returns the lines, in the list of the job, in which no recipient was found. */
export const unreadLines = (client: SeatsClient, source: SeatSource | null | undefined, cache: SeatsCache): BulkRow[] =>
  (cache.getQueryData(keyFor(client, source)) as BulkRow[] | undefined) ?? []

/** Stores the lines in the cache beside the job's state, so that both are kept equally long. */
export const keepUnreadLines = (
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  rows: BulkRow[],
): void => keepEntry(cache, keyFor(client, source), rows)
