import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { idle, type AssignSeatsState } from '../bulk/AssignSeatsState.ts'
import { jobName, jobsByCache } from '../bulk/jobsByCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey, type SeatsKey } from '../cache/seatsKeys.ts'

export interface AssignSeatsQueryOptions {
  queryKey: SeatsKey
  queryFn: () => AssignSeatsState
  initialData: AssignSeatsState
  initialDataUpdatedAt: number
  select: (state: AssignSeatsState) => AssignSeatsState
  enabled: false
  structuralSharing: false
  staleTime: number
  gcTime: number
}

/**
 * Returns TanStack's query options for the state of a source's bulk assignment. The query sends no request:
 * `assignSeatsJob` writes its data.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { assignSeatsQueryOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => assignSeatsQueryOptions(client, source, queryClient)
 * ```
 */
export function assignSeatsQueryOptions(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
): AssignSeatsQueryOptions {
  const queryKey = operationKey(client.scope, 'assignSeats', source)
  return {
    queryKey,
    // TanStack calls this when the app refetches all queries. The state stays as it is.
    queryFn: () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle,
    initialData: idle,
    // 0 is the earliest time, so a report that is restored later replaces this state.
    initialDataUpdatedAt: 0,
    // The state may come from a stored cache. If its job does not run on this page, that job has stopped.
    select: (state) =>
      state.status === 'running' && !jobsByCache(cache).has(jobName(queryKey))
        ? { ...state, status: 'stopped' }
        : state,
    enabled: false,
    // Each write is a change, and comparing 10,000 results with the previous results takes long.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }
}
