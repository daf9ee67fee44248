import type { RosterSummary, SeatsError, SeatSource } from '@seats/core'
import { selectSummary } from '@seats/core/query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useSeats, type UseSeatsOptions } from './useSeats.ts'
import { useSeatsClient } from './useSeatsClient.ts'

/** TanStack's own, but for what makes it this query; `select` gets the summary. */
export type UseSeatsSummaryOptions<Data = RosterSummary> = Omit<UseSeatsOptions<Data>, 'select'> & {
  select?: (summary: RosterSummary) => Data
}

/**
 * A source's roster in numbers: how many seats there are, how many are used, pending, expired. An invitation counts
 * as expired if it is by the server's time. It is the roster of `useSeats`, and makes no request of its own.
 *
 * @param source the subscription or order whose seats these are
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```tsx
 * import { useSeatsSummary } from '@seats/react'
 *
 * export function Meter({ subscriptionId }: { subscriptionId: string }) {
 *   const { data } = useSeatsSummary({ subscription_id: subscriptionId })
 *   return data && <meter min={0} max={data.total} value={data.used} />
 * }
 * ```
 */
export function useSeatsSummary<Data = RosterSummary>(
  source: SeatSource | null | undefined,
  options?: UseSeatsSummaryOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const client = useSeatsClient()
  return useSeats(source, { ...options, select: selectSummary(client, options?.select) })
}
