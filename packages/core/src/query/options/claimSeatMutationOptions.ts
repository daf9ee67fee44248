import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeatClaimResponse } from '../../schemas/CustomerSeatClaimResponse.ts'
import type { SeatClaim } from '../../schemas/SeatClaim.ts'
import { claimAndSettle } from '../../workflows/claim/claimAndSettle.ts'
import type { MutationOptions } from './MutationOptions.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { storeSeat } from '../roster/storeSeat.ts'
import { claimInfoKey, operationKey } from '../cache/seatsKeys.ts'

/**
 * Returns TanStack's mutation options for claiming a seat. After the claim, a cached roster of the seat's source shows
 * the seat as claimed.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { claimSeatMutationOptions, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = (queryClient: SeatsCache) => claimSeatMutationOptions(client, queryClient)
 * ```
 */
export function claimSeatMutationOptions<Options extends object = object>(
  client: SeatsClient,
  cache: SeatsCache,
  options?: Options,
): MutationOptions<CustomerSeatClaimResponse, SeatClaim> & Options {
  return {
    ...(options as Options),
    mutationKey: operationKey(client.scope, 'claimSeat', null),
    mutationFn: async (seatClaim) => {
      const claimAnswer = await claimAndSettle(client, seatClaim)
      storeSeat(cache, client.scope, claimAnswer.seat)
      // The next component that shows the invitation reads it again. The present component still shows the claimed
      // seat.
      const queryKey = claimInfoKey(client.scope, seatClaim.invitation_token)
      void cache.invalidateQueries({ queryKey, refetchType: 'none' })
      return claimAnswer
    },
    retry: false,
    networkMode: 'always',
  }
}
