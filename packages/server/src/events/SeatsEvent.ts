import type { CustomerSeat, SeatSource } from '@seats/core'

/**
 * An event of a live stream. Each event names its source. The data of the event `seat` is a seat, whose fields name the
 * source. The data of the other events is the source itself.
 *
 * - `seat`: a seat to put into the list, in place of its older version
 * - `changed`: the roster has changed and has to be fetched again
 * - `recent`: sent when the stream opens, if something changed within the last minute. A list that was read before the
 *   stream opened may lack that change
 * - `ended`: the stream does not follow this source, or no longer follows it, because the user may not follow it, or
 *   because the user's rights have changed or could not be checked
 */
export type SeatsEvent =
  | { event: 'seat'; data: CustomerSeat }
  | { event: 'changed' | 'recent' | 'ended'; data: SeatSource }

/** Returns the text of an event, as it is sent. A published event is turned into text once, for all its readers. */
export const eventText = ({ event, data }: SeatsEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
