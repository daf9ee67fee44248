import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { assignIssues } from '../../internal/input/assignIssues.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { assignAndSettle } from '../../workflows/seat/assignAndSettle.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { rosterMutationOptions } from './rosterMutationOptions.ts'
import { assignOverlay } from '../roster/optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'

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
  return rosterMutationOptions('assignSeat', client, source, cache, options, (invitee: SeatInvitee) => ({
    // An invalid input is not sent, so it is not shown either.
    overlay: (source) =>
      assignIssues({ ...invitee, ...source }, false).length > 0
        ? undefined
        : assignOverlay(source, invitee, client.now()),
    send: async (source, roster) => ({ seat: await assignAndSettle(client, source, invitee, roster.peek()) }),
  }))
}
