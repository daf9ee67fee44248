import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { missing } from '../cache/missing.ts'
import { rosterCache, type RosterCache } from './rosterCache.ts'
import type { Overlay } from './Overlay.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isKnown } from '../cache/seatsKeys.ts'

/** A change to a roster. */
export interface RosterChange {
  /** Returns how to show the change before its answer, or undefined to show nothing. */
  overlay?: (source: SeatSource) => Overlay | undefined
  /** Makes the change. Resolves with its seat, and another row that it changed. */
  send: (source: SeatSource, roster: RosterCache) => Promise<{ seat: CustomerSeat; row?: CustomerSeat | undefined }>
  /** Returns whether the roster on the screen may be wrong after this error. */
  isOutdated?: (error: unknown) => boolean
}

/** Changes a roster. Shows the change at once; then shows the seat of the answer, or the roster as it was if it failed. */
export async function changeRoster(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  { overlay, send, isOutdated = mayBeWrong }: RosterChange,
): Promise<CustomerSeat> {
  if (!isKnown(source)) throw missing('source')
  const roster = rosterCache(cache, client.scope, source)
  const shown = overlay?.(source)
  if (shown !== undefined) roster.show(shown)
  try {
    const { seat, row } = await send(source, roster)
    roster.settle(shown, ...(row ? [row, seat] : [seat]))
    return seat
  } catch (error) {
    // Some errors carry the seat as it is now.
    roster.settle(shown, ...(isSeatsError(error) && error.seat ? [error.seat] : []))
    if (isOutdated(error)) roster.outdate()
    throw error
  }
}

/** Codes that begin with `Seat` say that a seat is not as it was thought to be. */
const mayBeWrong = (error: unknown) =>
  isSeatsError(error) && (error.isAmbiguous || error.status === 404 || error.code.startsWith('Seat'))
