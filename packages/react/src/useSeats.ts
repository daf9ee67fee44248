import type { SeatsError, SeatsList, SeatSource } from '@seats/core'
import { seatsQueryOptions, type SeatsKey } from '@seats/core/query'
import { useQuery, type DefinedUseQueryResult, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this query. */
export type UseSeatsOptions<Data = SeatsList> = Omit<
  UseQueryOptions<SeatsList, SeatsError, Data, SeatsKey>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'
> &
  LiveRosterOption

export interface LiveRosterOption {
  /**
   * Follows `@seats/server`'s events: what others change shows at once. Where there are none, the roster is read again
   * while an invitation is pending. Default `false`.
   */
  live?: boolean
}

type Initial = { initialData: SeatsList | (() => SeatsList) }

/**
 * A source's roster. With `null` or `undefined` for a source it waits.
 *
 * @param source the subscription or order whose seats these are
 * @param options TanStack Query's own (`select`, `enabled`, `staleTime` …), and `live`
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
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
  options: UseSeatsOptions<Data> & Initial,
): DefinedUseQueryResult<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: SeatSource | null | undefined,
  options?: UseSeatsOptions<Data>,
): UseQueryResult<Data, SeatsError>
export function useSeats<Data = SeatsList>(
  source: SeatSource | null | undefined,
  options?: UseSeatsOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useSetUp()
  useLiveRoster(source, options?.live)
  return useQuery(seatsQueryOptions(client, source, options), queryClient)
}
