import type { SeatsClient, SeatsList, SeatSource } from '@seats/core'
import { seatsQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions, replaceEqualDeep } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { DefinedQueryOptions, TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads a roster. Pass the options to `useQuery`, `useQueries` or
 * `prefetchQuery`. The data, the error and the key have types. In a component, `useSeats` is shorter.
 *
 * @param client the client that reads the roster
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { seatsQueryOptions, useSeatsClient } from '@seats/vue'
 * import { useQueries } from '@tanstack/vue-query'
 *
 * export function useTotals(subscriptionIds: string[]) {
 *   const client = useSeatsClient()
 *   return useQueries({
 *     queries: subscriptionIds.map((subscription_id) =>
 *       seatsQueryOptions(client.value, { subscription_id }, { select: (roster) => roster.total_seats }),
 *     ),
 *   })
 * }
 * ```
 */
export function seatsQueryOptions<Data = SeatsList>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options: QueryOptionsInput<SeatsList, Data> & { initialData: SeatsList | (() => SeatsList) },
): DefinedQueryOptions<SeatsList, Data>
export function seatsQueryOptions<Data = SeatsList>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: QueryOptionsInput<SeatsList, Data>,
): TypedQueryOptions<SeatsList, Data>
export function seatsQueryOptions<Data = SeatsList>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: QueryOptionsInput<SeatsList, Data>,
): TypedQueryOptions<SeatsList, Data> {
  return queryOptions(coreOptions(client, source, options, replaceEqualDeep)) as TypedQueryOptions<SeatsList, Data>
}
