import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { missingError } from '../cache/missingError.ts'
import { baseRosters } from '../roster/baseRoster.ts'
import { selectShown } from '../roster/selectShown.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'
import { isSourceKnown, seatsKey } from '../cache/seatsKeys.ts'

/** A function such as TanStack's `replaceEqualDeep`. */
type StructuralSharing = (old: unknown, next: unknown) => unknown

export type SeatsQueryOptions = ReadQueryOptions<SeatsList> & { structuralSharing?: StructuralSharing }

/**
 * Returns TanStack's query options for a roster, for any framework. The query waits while the source is `null` or
 * `undefined`.
 *
 * The cache has only the server's answers. The `select` of the result adds the changes under way, so do not replace it:
 * pass your own `select` in `options`.
 *
 * @param client the client that reads the roster
 * @param source the subscription or order
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatsQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const options = seatsQueryOptions(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * // For example useQuery(options) or queryClient.prefetchQuery(options)
 * ```
 */
export function seatsQueryOptions(client: SeatsClient, source: SeatSource | null | undefined): SeatsQueryOptions
/**
 * Returns TanStack's query options for a roster, together with further options.
 *
 * @param client the client that reads the roster
 * @param source the subscription or order
 * @param options further options of TanStack Query, such as `select` or `enabled`, but not the key or the function
 * @param share TanStack's `replaceEqualDeep`. With it, a change of one seat costs little in a roster of any length.
 */
export function seatsQueryOptions<Options extends object & SelectOption<SeatsList>>(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options: Options | undefined,
  share?: StructuralSharing,
): SeatsQueryOptions & NoInfer<Options>
export function seatsQueryOptions(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  options?: SelectOption<SeatsList>,
  share?: StructuralSharing,
): SeatsQueryOptions & SelectOption<SeatsList> {
  const read = (signal: AbortSignal) => {
    if (!isSourceKnown(source)) throw missingError('source')
    return client.listSeats(source, { signal, ...retryWhilePageWaits(client) })
  }
  const queryKey = seatsKey(client.scope, source)
  return {
    // A roster that this package made from the cached roster has the same row objects. So no rows need to be compared.
    ...(share && {
      structuralSharing: (old: unknown, next: unknown) => (baseRosters.has(next as object) ? next : share(old, next)),
    }),
    ...createQueryOptions({ queryKey, read, isReady: isSourceKnown(source), staleTime: 30_000 }, options),
    select: selectShown(options?.select),
  }
}
