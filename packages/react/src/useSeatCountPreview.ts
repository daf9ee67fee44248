'use client'

import type { SeatCountPreview, SeatsError, SeatSource } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useSetUp } from './internal/useSetUp.ts'
import { seatCountPreviewQueryOptions } from './seatCountPreviewQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseSeatCountPreviewOptions<Data = SeatCountPreview> = QueryOptionsInput<SeatCountPreview, Data>

/**
 * Reads the price of a seat count. Give the count once it has been chosen, not at each key: Polar is asked twice for one
 * price. While somebody types, `seatPrice` is local.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param seats the new total number of seats; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```tsx
 * import { formatMoney } from '@seats/core/messages'
 * import { useSeatCountPreview } from '@seats/react'
 *
 * export function Price({ subscriptionId, chosen }: { subscriptionId: string; chosen: number | null }) {
 *   const { data, error } = useSeatCountPreview({ subscription_id: subscriptionId }, chosen)
 *   if (error) return <p role="alert">{error.detail}</p>
 *   return data && <p>At most {formatMoney(data.dueNow, data.currency)} now</p>
 * }
 * ```
 */
export function useSeatCountPreview<Data = SeatCountPreview>(
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
  options?: UseSeatCountPreviewOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useSetUp()
  return useQuery(seatCountPreviewQueryOptions(client, source, seats, options), queryClient)
}
