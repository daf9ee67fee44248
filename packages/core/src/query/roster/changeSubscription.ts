import { isSeatsError } from '../../errors/isSeatsError.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import { isSeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { refetchShown } from '../cache/refetchShown.ts'
import { operationKey, previewKey, seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'

/**
 * Changes a subscription, then updates the subscription and its roster in the cache. If the change fails, the
 * subscription and its prices are read again, and so is the roster if the seat count may have changed.
 */
export async function changeSubscription(
  cache: SeatsCache,
  scope: string,
  source: { subscription_id: string },
  change: () => Promise<SeatSubscription>,
): Promise<SeatSubscription> {
  const queryKey = operationKey(scope, 'getSubscription', source)
  // The beginning of the keys of all prices of this subscription.
  const previewsKey = previewKey(scope, source, null).slice(0, -1)
  try {
    const subscription = await change()
    showAnswer(cache, queryKey, subscription)
    showSeatCount(cache, scope, source, subscription.seats)
    // Prices are read again when they are needed next. The price on the screen stays, because it was just paid.
    void cache.invalidateQueries({ queryKey: previewsKey, refetchType: 'none' })
    return subscription
  } catch (error) {
    refetchShown(cache, queryKey)
    void cache.invalidateQueries({ queryKey: previewsKey })
    const isCountOld = isSeatsError(error) && (error.isAmbiguous || error.code === 'SeatCountChanged')
    if (isCountOld) void cache.invalidateQueries({ queryKey: seatsKey(scope, source) })
    throw error
  }
}

function showSeatCount(cache: SeatsCache, scope: string, source: { subscription_id: string }, count: number | null) {
  const queryKey = seatsKey(scope, source)
  const roster = cache.getQueryData(queryKey)
  if (!isSeatsList(roster) || count === null) return
  showAnswer(cache, queryKey, withSeats({ ...roster, total_seats: count }, roster.seats))
}

/** Stores data in the cache. A read under way may have begun before the change, so that read is started again. */
function showAnswer(cache: SeatsCache, queryKey: SeatsKey, data: unknown) {
  const isReading = cache.getQueryState(queryKey)?.fetchStatus === 'fetching'
  cache.setQueryData(queryKey, data)
  if (isReading) void cache.invalidateQueries({ queryKey })
}
