import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { updateSeatCount } from '../../workflows/count/updateSeatCount.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { pageWorkflowOptions } from '../../workflows/run/WorkflowRun.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { changeSubscription } from '../roster/changeSubscription.ts'
import { createMutationOptions } from './createMutationOptions.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { subscriptionSourceOf } from './subscriptionSourceOf.ts'

/** The new seat count, and the price that was confirmed. */
export interface SeatCountUpdate {
  seats: number
  /** The preview that the person who pays has seen and confirmed. */
  seen: SeatCountPreview
}

/**
 * Returns TanStack's mutation options for changing a seat count. After the answer, the cached subscription and the
 * numbers of the cached roster are updated.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { updateSeatCountMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => updateSeatCountMutationOptions(client, source, queryClient)
 * ```
 */
export const updateSeatCountMutationOptions = <Options extends object = object>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<SeatSubscription, SeatCountUpdate> & Options =>
  createMutationOptions(
    cache,
    operationKey(client.scope, 'updateSeatCount', source),
    options,
    async ({ seats, seen }: SeatCountUpdate) => {
      const subscriptionSource = subscriptionSourceOf(source)
      return changeSubscription(cache, client.scope, subscriptionSource, () =>
        updateSeatCount(client, { ...subscriptionSource, seats, seen }, pageWorkflowOptions(client)),
      )
    },
  )
