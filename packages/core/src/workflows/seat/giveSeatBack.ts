import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun, type WorkflowRun } from '../run/WorkflowRun.ts'
import { restoreSeat } from './restoreSeat.ts'

export interface GiveSeatBackParams {
  source: SeatSource
  /** The seat as it was just before the revoke: the result of `lostSeat`. */
  seat: CustomerSeat
}

/**
 * Gives a new seat to a person who lost their seat by a revoke that was meant for somebody else. The new seat has the
 * same metadata. If the old seat was claimed, the new seat is claimed at once, without an invitation.
 *
 * @param options `signal`; `maxWait`: the limit of all waits after 429s, in milliseconds; `now`: the clock.
 * @returns The new seat. Null if the old seat does not name anybody, or if the roster does not show the new seat.
 * @throws SeatsError Like `ensureSeat`, with `recipient` set to the person who has no seat now.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { giveSeatBack, lostSeat, type CustomerSeat, type SeatsClient, type SeatSource } from '@seats/core'
 *
 * const repair = (client: SeatsClient, source: SeatSource, before: CustomerSeat, after: CustomerSeat) =>
 *   giveSeatBack(client, { source, seat: lostSeat(before, after) })
 * ```
 */
export const giveSeatBack = (
  client: SeatsClient,
  { source, seat }: GiveSeatBackParams,
  options: WorkflowOptions = {},
): Promise<CustomerSeat | null> => giveBack(startRun(client, options), source, seat)

/**
 * Does the work of `giveSeatBack` as a part of another workflow.
 *
 * @param row The row as it is after the revoke.
 */
export async function giveBack(
  run: WorkflowRun,
  source: SeatSource,
  seat: CustomerSeat,
  row?: CustomerSeat,
): Promise<CustomerSeat | null> {
  const recipient = seatRecipient(seat)
  if (recipient === undefined) return null
  const failure = 'Someone who got or claimed this seat a moment ago has lost it. Seating them again failed'
  return restoreSeat(run, source, { ...recipient, immediate_claim: seat.status === 'claimed' }, failure, row)
}
