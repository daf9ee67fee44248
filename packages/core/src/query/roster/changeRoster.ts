import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { missingError } from '../cache/missingError.ts'
import { rosterCache, type RosterCache } from './rosterCache.ts'
import type { Overlay } from './Overlay.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isSourceKnown } from '../cache/seatsKeys.ts'

/** A change to a roster. */
export interface RosterChange {
  /** Returns the overlay that shows the change before the server's answer, or undefined to show nothing. */
  overlay?: (source: SeatSource) => Overlay | undefined
  /** Makes the change. Resolves with the seat of the answer, and with a second row if the change affected two rows. */
  send: (source: SeatSource, roster: RosterCache) => Promise<{ seat: CustomerSeat; row?: CustomerSeat | undefined }>
  /** Returns whether this error means that the roster on the screen may be wrong. */
  isOutdated?: (error: unknown) => boolean
}

/**
 * Changes a roster. Shows the change at once. Then shows the seat of the answer. After a failure, shows the roster as
 * it was before, or with the seat that the error has.
 */
export async function changeRoster(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  { overlay, send, isOutdated = mayBeWrong }: RosterChange,
): Promise<CustomerSeat> {
  if (!isSourceKnown(source)) throw missingError('source')
  const roster = rosterCache(cache, client.scope, source)
  const shownOverlay = overlay?.(source)
  if (shownOverlay !== undefined) roster.show(shownOverlay)
  try {
    const { seat, row } = await send(source, roster)
    roster.record(shownOverlay, ...(row ? [row, seat] : [seat]))
    return seat
  } catch (error) {
    // Some errors carry the seat as it is now.
    roster.record(shownOverlay, ...(isSeatsError(error) && error.seat ? [error.seat] : []))
    if (isOutdated(error)) roster.markOutdated()
    throw error
  }
}

/** An error code that begins with `Seat` means that the page may show an old roster. */
const mayBeWrong = (error: unknown) =>
  isSeatsError(error) && (error.isAmbiguous || error.status === 404 || error.code.startsWith('Seat'))
