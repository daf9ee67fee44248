import { isSeatsError } from '../../errors/isSeatsError.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import { isSeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { readAgain } from '../cache/readAgain.ts'
import { keyOf, previewKey, seatsKey, type SeatsKey } from '../cache/seatsKeys.ts'

/**
 * Changes a subscription. Then shows its seat count wherever the subscription or its roster is shown. If the change
 * fails, reads the subscription again, and the prices that are on the screen.
 */
export async function changeSubscription(
  cache: SeatsCache,
  scope: string,
  source: { subscription_id: string },
  change: () => Promise<SeatSubscription>,
): Promise<SeatSubscription> {
  const queryKey = keyOf(scope, 'getSubscription', source)
  // All prices of this subscription, whatever the count.
  const previewsKey = previewKey(scope, source, null).slice(0, -1)
  try {
    const subscription = await change()
    showAnswer(cache, queryKey, subscription)
    showSeatCount(cache, scope, source, subscription.seats)
    // A price that is asked for again is asked anew. The one that was just paid stays as it is.
    void cache.invalidateQueries({ queryKey: previewsKey, refetchType: 'none' })
    return subscription
  } catch (error) {
    readAgain(cache, queryKey)
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

/** Shows data. A read that began before the change would show what was there before: it is begun again. */
function showAnswer(cache: SeatsCache, queryKey: SeatsKey, data: unknown) {
  const isReading = cache.getQueryState(queryKey)?.fetchStatus === 'fetching'
  cache.setQueryData(queryKey, data)
  if (isReading) void cache.invalidateQueries({ queryKey })
}
