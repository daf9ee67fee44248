import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { SeatsError } from '../errors/SeatsError.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { ensureSeat } from './ensureSeat.ts'

/**
 * Seats somebody whose seat was just revoked. There is no turning back, hence no signal: an abort would leave them
 * without a seat. Where it fails the error holds who that is.
 */
export async function seatAgain(
  client: SeatsClient,
  source: SeatSource,
  recipient: SeatAssignment,
  what: string,
): Promise<CustomerSeat | null> {
  try {
    return (await ensureSeat(client, { source, recipient })).seat
  } catch (error) {
    throw isSeatsError(error) ? withRecipient(error, what, recipient) : error
  }
}

/** The error, with who is left without a seat. */
export const withRecipient = (error: SeatsError, what: string, recipient: SeatAssignment): SeatsError =>
  new SeatsError({ ...error, detail: `${what}: ${error.detail}`, cause: error.cause, recipient })
