import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { resendAndSettle } from '../../workflows/seat/resendAndSettle.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { rosterMutationOptions } from './rosterMutationOptions.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

/**
 * Returns TanStack's mutation options for resending an invitation. Polar sends the same link again, with the same
 * expiry.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { resendInvitationMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = (queryClient: SeatsCache) => resendInvitationMutationOptions(client, source, queryClient)
 * ```
 */
export function resendInvitationMutationOptions<Options extends object = object>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<CustomerSeat, CustomerSeat> & Options {
  return rosterMutationOptions('resendInvitation', client, source, cache, options, (seat: CustomerSeat) => ({
    send: async (source) => ({ seat: await resendAndSettle(client, source, seat) }),
  }))
}
