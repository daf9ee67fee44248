import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { missing } from './missing.ts'
import { rosterCache, type Overlay } from './overlay.ts'
import type { SeatsCache } from './SeatsCache.ts'

/** What a change is shown as, and how it is made: with its seat, and another row that it changed. */
interface Change {
  overlay?: (source: SeatSource) => Overlay
  send: (source: SeatSource) => Promise<{ seat: CustomerSeat; row?: CustomerSeat | undefined }>
  isOutdated?: (error: unknown) => boolean
}

/** A change of a roster: shown at once, then replaced by the seat of its answer, or taken off again. */
export async function changeRoster(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  { overlay, send, isOutdated = mayBeWrong }: Change,
): Promise<CustomerSeat> {
  if (!source) throw missing('source')
  const roster = rosterCache(cache, client.scope, source)
  const shown = overlay?.(source)
  if (shown !== undefined) roster.show(shown)
  try {
    const { seat, row } = await send(source)
    roster.settle(shown, ...(row ? [row, seat] : [seat]))
    return seat
  } catch (error) {
    // The seat as it is now, if the error tells.
    roster.settle(shown, ...(isSeatsError(error) && error.seat ? [error.seat] : []))
    if (isOutdated(error)) roster.outdate()
    throw error
  }
}

/** Whether the roster on the screen may be wrong about this seat. */
const mayBeWrong = (error: unknown) =>
  isSeatsError(error) &&
  (error.isAmbiguous ||
    error.status === 404 ||
    ['SeatAlreadyAssigned', 'SeatNotAvailable', 'SeatNotPending', 'SeatOccupantChanged'].includes(error.code))
