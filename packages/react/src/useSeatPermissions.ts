'use client'

import type { SeatPermissions, SeatsError, SeatSource } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useRequiredClients } from './internal/useRequiredClients.ts'
import { seatPermissionsQueryOptions, type SeatPermissionsOptionsInput } from './seatPermissionsQueryOptions.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseSeatPermissionsOptions<Data = SeatPermissions> = SeatPermissionsOptionsInput<Data>

/**
 * Reads the user's permissions on a team page, so that the page shows no button for an action that the server would
 * refuse. Until the permissions are known, `data` is undefined. Use the permissions only to hide buttons, because the
 * server checks each call itself.
 *
 * @param source the subscription or order; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```tsx
 * import { useSeatPermissions } from '@seats/react'
 *
 * export function BuyButton({ subscriptionId }: { subscriptionId: string }) {
 *   const { data: permissions } = useSeatPermissions({ subscription_id: subscriptionId })
 *   return permissions?.buySeats ? <button>Buy seats</button> : null
 * }
 * ```
 */
export function useSeatPermissions<Data = SeatPermissions>(
  source: SeatSource | null | undefined,
  options?: UseSeatPermissionsOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  return useQuery(seatPermissionsQueryOptions(client, source, options), queryClient)
}
