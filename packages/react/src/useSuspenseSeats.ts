'use client'

import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { useSuspenseQuery, type UseSuspenseQueryResult } from '@tanstack/react-query'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatsQueryOptions } from './seatsQueryOptions.ts'
import type { UseSeatsOptions } from './useSeats.ts'

/** Accepts the options of `useSeats`, except the ones that `useSuspenseQuery` does not have. */
export type UseSuspenseSeatsOptions<Data = SeatsList> = Omit<
  UseSeatsOptions<Data>,
  'enabled' | 'throwOnError' | 'placeholderData'
>

/**
 * Reads a roster in a component inside `<Suspense>`: `data` is always defined. If the first read fails, the nearest
 * error boundary gets the error.
 *
 * @param source the subscription or order
 * @param options TanStack Query's options, and `live`
 * @throws SeatsError if the first read fails; `ConfigurationError` if there is no `SeatsProvider` or no
 * `QueryClientProvider` around the component
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```tsx
 * import { useSuspenseSeats } from '@seats/react'
 *
 * export function Team({ subscriptionId }: { subscriptionId: string }) {
 *   const { data } = useSuspenseSeats({ subscription_id: subscriptionId })
 *   return <ul>{data.seats.map((seat) => <li key={seat.id}>{seat.customer_email}</li>)}</ul>
 * }
 * ```
 */
export function useSuspenseSeats<Data = SeatsList>(
  source: SeatSource,
  options?: UseSuspenseSeatsOptions<Data>,
): UseSuspenseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options?.live)
  return useSuspenseQuery(seatsQueryOptions(client, source, options), queryClient)
}
