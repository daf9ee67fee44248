import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { revokeSeenSeat } from '../../workflows/seat/revokeSeenSeat.ts'
import { changeRoster } from '../roster/changeRoster.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { revokeOverlay } from '../roster/optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { keyOf } from '../cache/seatsKeys.ts'

/**
 * Returns TanStack's mutation options for revoking a seat. The seat is shown as free at once, and as occupied again if the
 * call fails. If somebody else has the seat by then, the call fails with `SeatOccupantChanged` and changes nothing; the
 * roster shows the new occupant.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { revokeSeatMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => revokeSeatMutationOptions(client, source, queryClient)
 * ```
 */
export function revokeSeatMutationOptions<Options extends object = object>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<CustomerSeat, CustomerSeat> & Options {
  return {
    ...(options as Options),
    mutationKey: keyOf(client.scope, 'revokeSeat', source),
    mutationFn: (seat) =>
      changeRoster(client, source, cache, {
        overlay: () => revokeOverlay(seat, client.now()),
        send: async (on) => ({ seat: await revokeSeenSeat(client, on, seat) }),
      }),
    retry: false,
    networkMode: 'always',
  }
}
