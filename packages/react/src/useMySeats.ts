'use client'

import type { CustomerSeat, SeatsError } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { mySeatsQueryOptions } from './mySeatsQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseMySeatsOptions<Data = CustomerSeat[]> = QueryOptionsInput<CustomerSeat[], Data>

/**
 * Reads the seats of the signed-in user, including invitations, on all sources that `@seats/server` grants to this
 * user.
 *
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```tsx
 * import { useMySeats } from '@seats/react'
 *
 * export function MySeats() {
 *   const { data } = useMySeats()
 *   return <ul>{data?.map(({ id, status }) => <li key={id}>{status}</li>)}</ul>
 * }
 * ```
 */
export function useMySeats<Data = CustomerSeat[]>(options?: UseMySeatsOptions<Data>): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  return useQuery(mySeatsQueryOptions(client, options), queryClient)
}
