import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { assignSettled } from '../../workflows/seat/assignSettled.ts'
import { arrivalsOf } from '../roster/arrivalsOf.ts'
import { changeRoster } from '../roster/changeRoster.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { assignOverlay } from '../roster/optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { keyOf } from '../cache/seatsKeys.ts'

/**
 * Returns TanStack's mutation options for assigning a seat. The new row is shown at once, then replaced by the seat of
 * the answer.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { assignSeatMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => assignSeatMutationOptions(client, source, queryClient)
 * ```
 */
export function assignSeatMutationOptions<Options extends object = object>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<CustomerSeat, SeatInvitee> & Options {
  return {
    ...(options as Options),
    mutationKey: keyOf(client.scope, 'assignSeat', source),
    mutationFn: (invitee) =>
      changeRoster(client, source, cache, {
        overlay: (on) => {
          const arrivals = arrivalsOf(on, invitee, client.now())
          return assignOverlay(() => arrivals)
        },
        send: async (on, roster) => ({ seat: await assignSettled(client, on, invitee, roster.peek()) }),
      }),
    retry: false,
    networkMode: 'always',
  }
}
