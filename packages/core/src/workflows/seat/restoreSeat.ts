import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { seatPerson } from './seatPerson.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/**
 * Seats a person whose seat was just revoked. An abort does not stop this, because the person would have no seat then.
 * If the call fails, the error has the person as its `recipient`.
 *
 * @param failure The beginning of the error's text.
 * @param row The row as it is after the revoke. The error has this row as its `seat`.
 */
export async function restoreSeat(
  run: WorkflowRun,
  source: SeatSource,
  invitee: SeatInvitee,
  failure: string,
  row?: CustomerSeat,
): Promise<CustomerSeat | null> {
  try {
    return (await seatPerson({ ...run, signal: undefined }, source, invitee)).seat
  } catch (error) {
    throw isSeatsError(error) ? withRecipient(error, failure, invitee, row) : error
  }
}

/** Returns the error with the person who may have no seat now, and with `failure` before its text. */
export const withRecipient = (
  error: SeatsError,
  failure: string,
  recipient: SeatInvitee,
  seat?: CustomerSeat,
): SeatsError =>
  new SeatsError({ ...error, detail: `${failure}: ${error.detail}`, cause: error.cause, recipient, seat })
