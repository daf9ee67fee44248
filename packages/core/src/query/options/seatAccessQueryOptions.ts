import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatAccess } from '../../schemas/SeatAccess.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { getSeatAccess } from '../../workflows/user/getSeatAccess.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { missingError } from '../cache/missingError.ts'
import { isSourceKnown, operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'

/**
 * Returns TanStack's query options for the user's access: whether the user has a seat that gives access. If the server
 * refuses the read, the user counts as not seated. Needs `@seats/server`.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatAccessQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = seatAccessQueryOptions(client, source)
 * ```
 */
export function seatAccessQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
): ReadQueryOptions<SeatAccess>
export function seatAccessQueryOptions<Options extends object & SelectOption<SeatAccess>>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options: Options | undefined,
): ReadQueryOptions<SeatAccess> & NoInfer<Options>
export function seatAccessQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
  options?: object,
): ReadQueryOptions<SeatAccess> {
  return createQueryOptions(
    {
      queryKey: operationKey(client.scope, 'getSeatAccess', source),
      read: async (signal) => {
        if (!isSourceKnown(source)) throw missingError('source')
        return getSeatAccess(client, { source }, { signal, ...retryWhilePageWaits(client) }).catch((error: unknown) =>
          notSeatedIfRefused(error, client.now()),
        )
      },
      isReady: isSourceKnown(source),
      staleTime: 30_000,
    },
    options,
  )
}

function notSeatedIfRefused(error: unknown, nowMs: number): SeatAccess {
  if (!isSeatsError(error) || ![401, 403, 404].includes(error.status ?? 0)) throw error
  return { seated: false, reason: 'unknown', lapsedSince: null, basis: 'known', asOf: new Date(nowMs).toISOString() }
}
