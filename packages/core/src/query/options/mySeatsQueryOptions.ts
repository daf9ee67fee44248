import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { getMySeats } from '../../workflows/user/getMySeats.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { operationKey } from '../cache/seatsKeys.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'

/**
 * Returns TanStack's query options for the signed-in user's seats. Needs `@seats/server`.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { mySeatsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = mySeatsQueryOptions(client)
 * ```
 */
export function mySeatsQueryOptions(client: AnyClient): ReadQueryOptions<CustomerSeat[]>
export function mySeatsQueryOptions<Options extends object & SelectOption<CustomerSeat[]>>(
  client: AnyClient,
  options: Options | undefined,
): ReadQueryOptions<CustomerSeat[]> & NoInfer<Options>
export function mySeatsQueryOptions(client: AnyClient, options?: object): ReadQueryOptions<CustomerSeat[]> {
  return createQueryOptions(
    {
      queryKey: operationKey(client.scope, 'getMySeats', null),
      read: (signal) => getMySeats(client, { signal, ...retryWhilePageWaits(client) }),
      isReady: true,
      staleTime: 30_000,
    },
    options,
  )
}
