'use client'

import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { useQuery, type DefinedUseQueryResult, type UseQueryResult } from '@tanstack/react-query'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatsQueryOptions } from './seatsQueryOptions.ts'

/** Accepts `live`, and TanStack Query's options except the key, its hash and the function. */
export type UseSeatsOptions<Data = SeatsList> = QueryOptionsInput<SeatsList, Data> & LiveRosterOption

type WithInitialData = { initialData: SeatsList | (() => SeatsList) }

/**
 * Reads the roster of a subscription or order. The user's own changes are shown at once.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```tsx
 * import { useSeats } from '@seats/react'
 *
 * export function Team({ subscriptionId }: { subscriptionId: string }) {
 *   const { data, error } = useSeats({ subscription_id: subscriptionId })
 *   if (error) return <p role="alert">{error.detail}</p>
 *   return <ul>{data?.seats.map((seat) => <li key={seat.id}>{seat.customer_email}</li>)}</ul>
 * }
 * ```
 */
export function useSeats<Data = SeatsList>(
  source: SeatSource | null | undefined,
  options: UseSeatsOptions<Data> & WithInitialData,
): DefinedUseQueryResult<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: SeatSource | null | undefined,
  options?: UseSeatsOptions<Data>,
): UseQueryResult<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: SeatSource | null | undefined,
  options?: UseSeatsOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options?.live)
  return useQuery(seatsQueryOptions(client, source, options), queryClient)
}
