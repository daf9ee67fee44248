import type { SeatsClient, SeatSource } from '@seats/core'
import { assignSeatsQueryOptions as coreOptions, type AssignSeatsState, type SeatsCache } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { DefinedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query for the state of a source's bulk assignment. The query sends no request: the job
 * that assigns the seats writes its state into the query cache. In a component, `useAssignSeats` is shorter.
 *
 * @param client the client that runs the job
 * @param source the subscription or order
 * @param cache your QueryClient
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { assignSeatsQueryOptions, useSeatsClient } from '@seats/vue'
 * import { useQuery, useQueryClient } from '@tanstack/vue-query'
 * import { computed } from 'vue'
 *
 * export function useImportStatus(subscription_id: string) {
 *   const { data } = useQuery(assignSeatsQueryOptions(useSeatsClient().value, { subscription_id }, useQueryClient()))
 *   return computed(() => data.value.status)
 * }
 * ```
 */
export function assignSeatsQueryOptions(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
): DefinedQueryOptions<AssignSeatsState> {
  return queryOptions(coreOptions(client, source, cache)) as DefinedQueryOptions<AssignSeatsState>
}
