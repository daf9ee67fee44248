import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { listClaimedSubscriptions } from '../../workflows/user/listClaimedSubscriptions.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'

/**
 * Returns TanStack's query options for the subscriptions on which the person of the session has claimed a seat: the
 * first 100.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { claimedSubscriptionsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ sessionToken: () => 'polar_mst_…' })
 * const options = claimedSubscriptionsQueryOptions(client)
 * ```
 */
export function claimedSubscriptionsQueryOptions(client: AnyClient): ReadQueryOptions<SeatSubscription[]>
export function claimedSubscriptionsQueryOptions<Options extends object & SelectOption<SeatSubscription[]>>(
  client: AnyClient,
  options: Options | undefined,
): ReadQueryOptions<SeatSubscription[]> & NoInfer<Options>
export function claimedSubscriptionsQueryOptions(
  client: AnyClient,
  options?: object,
): ReadQueryOptions<SeatSubscription[]> {
  return createQueryOptions(
    {
      queryKey: operationKey(client.scope, 'listClaimedSubscriptions', null),
      read: async (signal) =>
        (await listClaimedSubscriptions(client, { signal, ...retryWhilePageWaits(client) })).items,
      isReady: true,
      staleTime: 30_000,
    },
    options,
  )
}
