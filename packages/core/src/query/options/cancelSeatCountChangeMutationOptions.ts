import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { SeenSubscription } from '../../seatCount/isAsSeen.ts'
import { cancelSeatCountChange } from '../../workflows/count/cancelSeatCountChange.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { pageWorkflowOptions } from '../../workflows/run/WorkflowRun.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { changeSubscription } from '../roster/changeSubscription.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { subscriptionSourceOf } from './subscriptionSourceOf.ts'

/**
 * `seen`: the subscription as the user has seen it. If `seen` is given, it is compared with the current subscription.
 */
export type SeatCountCancel = { seen?: SeenSubscription | undefined } | void

/**
 * Returns TanStack's mutation options for cancelling a scheduled change of the seat count. The change would take effect
 * at the end of the period.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { cancelSeatCountChangeMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => cancelSeatCountChangeMutationOptions(client, source, queryClient)
 * ```
 */
export const cancelSeatCountChangeMutationOptions = <Options extends object = object>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<SeatSubscription, SeatCountCancel> & Options =>
  createMutationOptions(
    cache,
    operationKey(client.scope, 'cancelSeatCountChange', source),
    options,
    async (cancel: SeatCountCancel) => {
      const subscriptionSource = subscriptionSourceOf(source)
      return changeSubscription(cache, client.scope, subscriptionSource, () =>
        cancelSeatCountChange(client, { ...subscriptionSource, seen: cancel?.seen }, pageWorkflowOptions(client)),
      )
    },
  )
