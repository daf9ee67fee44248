import type { SeatPermissions, SeatsClient, SeatSource } from '@seats/core'
import { seatPermissionsQueryOptions as coreOptions, type AnsweredPermissions } from '@seats/core/query'
import { queryOptions } from '@tanstack/vue-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * TanStack Query's options. The cached data also has the time of the answer, but `select` gets only the permissions.
 */
export type SeatPermissionsOptionsInput<Data = SeatPermissions> = Omit<
  QueryOptionsInput<AnsweredPermissions, Data>,
  'select'
> & {
  select?: ((permissions: SeatPermissions) => Data) | undefined
}

/**
 * Returns the options of the query that reads the actions that the user may take on a team page. Pass the options to
 * `useQuery`, `useQueries` or `prefetchQuery`. In a component, `useSeatPermissions` is shorter.
 *
 * @param client the client that sends the request
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, seatPermissionsQueryOptions } from '@seats/vue'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * export const options = seatPermissionsQueryOptions(client, source)
 * ```
 */
export function seatPermissionsQueryOptions<Data = SeatPermissions>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: SeatPermissionsOptionsInput<Data>,
): TypedQueryOptions<AnsweredPermissions, Data> {
  return queryOptions(coreOptions(client, source, options)) as TypedQueryOptions<AnsweredPermissions, Data>
}
