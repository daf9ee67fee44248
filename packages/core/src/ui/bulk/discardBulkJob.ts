import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { idle, jobName, jobsOf } from '../../query/bulk/AssignSeatsState.ts'
import type { SeatsCache } from '../../query/cache/SeatsCache.ts'
import { keyOf } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Forgets the results of the source's bulk job. Does nothing while it runs. */
export function discardBulkJob(client: SeatsClient, source: SeatSource | null | undefined, cache: SeatsCache): void {
  const queryKey = keyOf(client.scope, 'assignSeats', source)
  if (!jobsOf(cache).has(jobName(queryKey))) cache.setQueryData(queryKey, idle)
}
