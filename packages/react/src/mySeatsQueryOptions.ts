import type { CustomerSeat, SeatsClient } from '@seats/core'
import { mySeatsQueryOptions as coreOptions } from '@seats/core/query'
import { queryOptions } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import type { TypedQueryOptions } from './internal/TypedQueryOptions.ts'

/**
 * Returns the options of the query that reads the signed-in user's seats. Pass the options to `useQuery`, `useQueries`
 * or `prefetchQuery`. In a component, `useMySeats` is shorter.
 *
 * @param client the client that sends the request
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, mySeatsQueryOptions } from '@seats/react'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * export const options = mySeatsQueryOptions(client)
 * ```
 */
export function mySeatsQueryOptions<Data = CustomerSeat[]>(
  client: SeatsClient,
  options?: QueryOptionsInput<CustomerSeat[], Data>,
): TypedQueryOptions<CustomerSeat[], Data> {
  return queryOptions(coreOptions(client, options)) as TypedQueryOptions<CustomerSeat[], Data>
}
