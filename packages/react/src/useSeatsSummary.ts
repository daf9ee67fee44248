'use client'

import type { RosterSummary, SeatsError, SeatSource } from '@seats/core'
import { selectSummary } from '@seats/core/query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useSeats, type UseSeatsOptions } from './useSeats.ts'
import { useSeatsClient } from './useSeatsClient.ts'

/** Accepts the options of `useSeats`. `select` receives the summary. */
export type UseSeatsSummaryOptions<Data = RosterSummary> = Omit<UseSeatsOptions<Data>, 'select'> & {
  select?: (summary: RosterSummary) => Data
}

/**
 * Counts the seats of a roster: total, available, used, claimed, pending, expired and those that nobody has. The
 * server's time decides whether an invitation has expired. Shares its request with `useSeats`.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, and `live`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
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
