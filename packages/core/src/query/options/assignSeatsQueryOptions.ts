import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { idle, jobName, jobsOf, type AssignSeatsState } from '../bulk/AssignSeatsState.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { keyOf, type SeatsKey } from '../cache/seatsKeys.ts'

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
  const queryKey = keyOf(client.scope, 'assignSeats', source)
  return {
    queryKey,
    // Called when the app refetches all queries.
    queryFn: () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle,
    initialData: idle,
    // The earliest time, so that a report that is restored later replaces it.
    initialDataUpdatedAt: 0,
    // A job that an earlier page left running in a persisted cache has stopped.
    select: (state) =>
      state.status === 'running' && !jobsOf(cache).has(jobName(queryKey)) ? { ...state, status: 'stopped' } : state,
    enabled: false,
    // Each write is a change, and comparing 10,000 results with the last ones takes long.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  }
}
