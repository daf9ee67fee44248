import { retryWhilePageWaits } from '../../internal/wire/retryWhilePageWaits.ts'
import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { previewSeatCount } from '../../workflows/count/previewSeatCount.ts'
import type { AnyClient } from '../../workflows/run/AnyClient.ts'
import { isSourceKnown, previewKey } from '../cache/seatsKeys.ts'
import { missingError } from '../cache/missingError.ts'
import { createQueryOptions, type ReadQueryOptions, type SelectOption } from './createQueryOptions.ts'
import { subscriptionSourceOf } from './subscriptionSourceOf.ts'

/**
 * Returns TanStack's query options for the price of a seat count. The query waits while the source or the count is
 * `null` or `undefined`. Pass the count when it has been chosen, not for each key press: one price needs several
 * requests to Polar, which may ask a tax service. While somebody types, use `seatPrice`, which sends no request.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { seatCountPreviewQueryOptions } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const options = seatCountPreviewQueryOptions(client, source, 12)
 * ```
 */
export function seatCountPreviewQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
): ReadQueryOptions<SeatCountPreview> & NoRefetch
export function seatCountPreviewQueryOptions<Options extends object & SelectOption<SeatCountPreview>>(
  client: AnyClient,
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
  options: Options | undefined,
): ReadQueryOptions<SeatCountPreview> & NoRefetch & NoInfer<Options>
export function seatCountPreviewQueryOptions(
  client: AnyClient,
  source: SeatSource | null | undefined,
  seats: number | null | undefined,
  options?: object,
): ReadQueryOptions<SeatCountPreview> & NoRefetch {
  return createQueryOptions(
    {
      queryKey: previewKey(client.scope, source, seats),
      read: async (signal) => {
        const subscriptionSource = subscriptionSourceOf(source)
        if (seats === null || seats === undefined) throw missingError('seat count')
        return previewSeatCount(client, { ...subscriptionSource, seats }, { signal, ...retryWhilePageWaits(client) })
      },
      isReady: isSourceKnown(source) && seats !== null && seats !== undefined,
      staleTime: 60_000,
    },
    { refetchOnWindowFocus: false, refetchOnReconnect: false, ...options },
  )
}

/** A price on the screen must not change by itself. It is compared with the current price before a purchase. */
interface NoRefetch {
  refetchOnWindowFocus: boolean
  refetchOnReconnect: boolean
}
