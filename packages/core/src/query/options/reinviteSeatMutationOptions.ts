import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { renewInvitation } from '../../workflows/seat/renewInvitation.ts'
import { startRun } from '../../workflows/run/WorkflowRun.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { rosterMutationOptions } from './rosterMutationOptions.ts'
import { reinviteOverlay } from '../roster/optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/**
 * Returns TanStack's mutation options for renewing an invitation, even an expired one. Resending cannot do this. The
 * seat is revoked and assigned to the same person again. The page shows the invitation as renewed at once.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { reinviteSeatMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => reinviteSeatMutationOptions(client, source, queryClient)
 * ```
 */
export function reinviteSeatMutationOptions<Options extends object = object>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<CustomerSeat, CustomerSeat> & Options {
  return rosterMutationOptions('reinviteSeat', client, source, cache, options, (seat: CustomerSeat) => ({
    overlay: () => reinviteOverlay(seat),
    send: (source) => renewInvitation(startRun(client), source, seat),
    // A renewal reads and revokes before it assigns. Even if it fails, the roster may have changed.
    isOutdated: () => true,
  }))
}
