import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { revokeSeenSeat } from '../../workflows/seat/revokeSeenSeat.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { rosterMutationOptions } from './rosterMutationOptions.ts'
import { revokeOverlay } from '../roster/optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/**
 * Returns TanStack's mutation options for revoking a seat. The seat is shown as free at once, and as occupied again if
 * the call fails. If somebody else has the seat by then, they usually keep it, or are seated again at once. The call
 * fails with `SeatOccupantChanged`. If that error is ambiguous, that person may have lost the seat.
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
  return rosterMutationOptions('revokeSeat', client, source, cache, options, (seat: CustomerSeat) => ({
    overlay: () => revokeOverlay(seat, client.now()),
    send: async (source) => ({ seat: await revokeSeenSeat(client, source, seat) }),
  }))
}
