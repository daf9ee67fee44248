import type { SeatClaimInfo, SeatsError } from '@seats/core'
import { claimInfoQueryOptions, type SeatsKey } from '@seats/core/query'
import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { useSetUp } from './internal/useSetUp.ts'

/** TanStack's own, but for what makes it this query. */
export type UseClaimInfoOptions<Data = SeatClaimInfo> = Omit<
  UseQueryOptions<SeatClaimInfo, SeatsError, Data, SeatsKey>,
  'queryKey' | 'queryFn' | 'queryHash' | 'queryKeyHashFn'
>

/**
 * What an invitation leads to. With `null` or `undefined` for a token it waits.
 *
 * @param invitationToken the `token` of the invitation link
 * @param options TanStack Query's own
 * @throws SeatsError `ConfigurationError` outside of a `SeatsProvider`; what the call fails with is the result's `error`
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
  const { client, queryClient } = useSetUp()
  return useQuery(claimInfoQueryOptions(client, invitationToken, options), queryClient)
}
