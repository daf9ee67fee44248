'use client'

import type { SeatCountPreview, SeatsError, SeatSource } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatCountPreviewQueryOptions } from './seatCountPreviewQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseSeatCountPreviewOptions<Data = SeatCountPreview> = QueryOptionsInput<SeatCountPreview, Data>

/**
 * Reads what a change to another seat count would cost. The amounts `dueNow` and `onNextInvoice` are upper limits. Pass
 * the count when the user has chosen it, not at each key press, because each price needs several requests to Polar.
 * While the user types, use `seatPrice`, which sends no request.
 *
 * @param source the subscription; the query waits while it is `null` or `undefined`
 * @param seats the new total number of seats; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
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
  const { client, queryClient } = useRequiredClients()
  return useQuery(seatCountPreviewQueryOptions(client, source, seats, options), queryClient)
}
