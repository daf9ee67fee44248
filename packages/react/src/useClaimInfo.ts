'use client'

import type { SeatClaimInfo, SeatsError } from '@seats/core'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { claimInfoQueryOptions } from './claimInfoQueryOptions.ts'
import type { QueryOptionsInput } from './internal/QueryOptionsInput.ts'
import { useRequiredClients } from './internal/useRequiredClients.ts'

/** Accepts TanStack Query's options, except the key, its hash and the function. */
export type UseClaimInfoOptions<Data = SeatClaimInfo> = QueryOptionsInput<SeatClaimInfo, Data>

/**
 * Reads an invitation: the product, the organization, and whether the seat can be claimed.
 *
 * @param invitationToken the `token` of the invitation link; the query waits while it is `null` or `undefined`
 * @param options TanStack Query's options, such as `select` or `enabled`
 * @throws SeatsError `ConfigurationError` if there is no `SeatsProvider` or no `QueryClientProvider` around the
 * component. If the call fails, the result has an `error`.
 * @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info
 *
 * @example
 * ```tsx
 * import { useClaimInfo } from '@seats/react'
 *
 * export function Invitation({ token }: { token: string | null }) {
 *   const { data, error } = useClaimInfo(token)
 *   if (error) return <p role="alert">{error.detail}</p>
 *   return data && <p>{data.organization_name} invites you to {data.product_name}.</p>
 * }
 * ```
 */
export function useClaimInfo<Data = SeatClaimInfo>(
  invitationToken: string | null | undefined,
  options?: UseClaimInfoOptions<Data>,
): UseQueryResult<Data, SeatsError> {
  const { client, queryClient } = useRequiredClients()
  return useQuery(claimInfoQueryOptions(client, invitationToken, options), queryClient)
}
