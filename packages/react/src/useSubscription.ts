'use client'

import type { SeatsError, SeatSource, SeatSubscription } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useLiveRoster } from './internal/useLiveRoster.ts'
import type { LiveRosterOption } from './LiveRosterOption.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { subscriptionQueryOptions } from './subscriptionQueryOptions.ts'

/** Accepts `live`, and TanStack Query's options except the key, its hash and the function. */
export type UseSubscriptionOptions<Data = SeatSubscription> = QueryOptionsInput<SeatSubscription, Data> &
  LiveRosterOption

/**
 * Reads the parts of a subscription that are about seats: count, prices, period and a scheduled change. For an order,
 * nothing is sent and the result has an error, because an order has no seat count.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`, and `live`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/subscriptions/get
 *
 * @example
 * ```tsx
 * import { useSubscription } from '@seats/react'
 *
 * export function Plan({ subscriptionId }: { subscriptionId: string }) {
 *   const { data, error } = useSubscription({ subscription_id: subscriptionId })
 *   if (error) return <p role="alert">{error.detail}</p>
 *   return data && <p>{data.seats} seats, {data.status}</p>
 * }
 * ```
 */
export function useSubscription<Data = SeatSubscription>(
  source: SeatSource | null | undefined,
  options?: UseSubscriptionOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  useLiveRoster(source, options?.live)
  return useQuery(subscriptionQueryOptions(client, source, options), queryClient)
}
