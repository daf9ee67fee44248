import { isSeatsError } from '../errors/isSeatsError.ts'
import type { SeatsClient } from '../createSeatsClient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { missing } from './missing.ts'
import { rosterCache, type Overlay } from './overlay.ts'
import type { SeatsCache } from './SeatsCache.ts'
import { seatsKey } from './seatsKeys.ts'

/** One request that changes a roster: shown at once, then replaced by the seat of its answer, or taken off again. */
export async function changeRoster(
  client: SeatsClient,
  source: SeatSource | null,
  cache: SeatsCache,
  overlay: ((source: SeatSource) => Overlay) | undefined,
  send: (source: SeatSource) => Promise<CustomerSeat>,
): Promise<CustomerSeat> {
  if (source === null) throw missing('source')
  const queryKey = seatsKey(client.scope, source)
  const roster = rosterCache(cache, queryKey, source)
  const shown = overlay?.(source)
  if (shown !== undefined) roster.show(shown)
  try {
    const seat = await send(source)
    roster.settle(shown, seat)
    return seat
  } catch (error) {
    roster.settle(shown)
    // The roster on the screen may be wrong about this seat.
    if (isOutdated(error)) void cache.invalidateQueries({ queryKey })
    throw error
  }
}

const isOutdated = (error: unknown) =>
  isSeatsError(error) &&
  (error.isAmbiguous ||
    error.status === 404 ||
    ['SeatAlreadyAssigned', 'SeatNotAvailable', 'SeatNotPending'].includes(error.code))
