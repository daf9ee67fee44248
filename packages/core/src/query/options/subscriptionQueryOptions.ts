import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { getSubscription } from '../../workflows/count/getSubscription.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { isSourceKnown, operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'
import { subscriptionSourceOf } from './subscriptionSourceOf.ts'

/**
 * Returns TanStack's query options for a subscription: seat count, prices, period and scheduled change. The query waits
 * while the source is `null` or `undefined`. An order has no seat count: the query fails before anything is sent.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { subscriptionQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = subscriptionQueryOptions(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * ```
 */
export function subscriptionQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
): ReadQueryOptions<SeatSubscription>
export function subscriptionQueryOptions<Options extends object & SelectOption<SeatSubscription>>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options: Options | undefined,
): ReadQueryOptions<SeatSubscription> & NoInfer<Options>
export function subscriptionQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options?: object,
): ReadQueryOptions<SeatSubscription> {
  return createQueryOptions(
    {
      queryKey: operationKey(client.scope, 'getSubscription', source),
      read: async (signal) =>
        getSubscription(client, subscriptionSourceOf(source), { signal, ...retryWhilePageWaits(client) }),
      isReady: isSourceKnown(source),
      staleTime: 30_000,
    },
    options,
  )
}
