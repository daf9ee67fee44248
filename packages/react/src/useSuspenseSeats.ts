import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { seatsQueryOptions, type SeatsKey } from '@seats/core/query'
import { useSuspenseQuery, type UseSuspenseQueryOptions, type UseSuspenseQueryResult } from '@tanstack/react-query'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useSetUp } from './internal/useSetUp.ts'
import type { LiveRosterOption } from './useSeats.ts'

/** TanStack's own, but for what makes it this query. */
export type UseSuspenseSeatsOptions<Data = SeatsList> = Omit<
  UseSuspenseQueryOptions<SeatsList, SeatsError, Data, SeatsKey>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'
> &
  LiveRosterOption

/**
 * A source's roster, for a component inside `<Suspense>`: `data` is there, and what the first read fails with goes to
 * the nearest error boundary.
 *
 * @param source the subscription or order whose seats these are
 * @param options TanStack Query's own, and `live`
 * @throws SeatsError what the call fails with; `ConfigurationError` outside of a `SeatsProvider`
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
  const { client, queryClient } = useSetUp()
  useLiveRoster(source, options?.live)
  return useSuspenseQuery(seatsQueryOptions(client, source, options), queryClient)
}
