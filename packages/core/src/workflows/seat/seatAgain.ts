import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { seatPerson } from './seatPerson.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/**
 * Seats somebody whose seat was just revoked. An abort does not end this, because it would leave them without a seat. If
 * it fails, the error holds who that is.
 *
 * @param failure Begins the error's sentence.
 */
export async function seatAgain(
  run: WorkflowRun,
  source: SeatSource,
  recipient: SeatInvitee,
  failure: string,
): Promise<CustomerSeat | null> {
  try {
    return (await seatPerson({ ...run, signal: undefined }, source, recipient)).seat
  } catch (error) {
    throw isSeatsError(error) ? withRecipient(error, failure, recipient) : error
  }
}

/** Returns the error with who is left without a seat. */
export const withRecipient = (error: SeatsError, failure: string, recipient: SeatInvitee): SeatsError =>
  new SeatsError({ ...error, detail: `${failure}: ${error.detail}`, cause: error.cause, recipient })
