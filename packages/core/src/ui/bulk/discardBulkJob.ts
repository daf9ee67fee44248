import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { idle } from '../../query/bulk/AssignSeatsState.ts'
import { jobName, jobsByCache } from '../../query/bulk/jobsByCache.ts'
import type { SeatsCache } from '../../query/cache/SeatsCache.ts'
import { operationKey } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Forgets the results of the source's bulk job. Does nothing while the job runs. */
export function discardBulkJob(client: SeatsClient, source: SeatSource | null | undefined, cache: SeatsCache): void {
  const queryKey = operationKey(client.scope, 'assignSeats', source)
  if (!jobsByCache(cache).has(jobName(queryKey))) cache.setQueryData(queryKey, idle)
}
