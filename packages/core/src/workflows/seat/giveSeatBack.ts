import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { giveBack } from './giveBack.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

export interface GiveSeatBackParams {
  source: SeatSource
  /** The seat as its occupant had it: `lostSeat` tells. */
  seat: CustomerSeat
}

/**
 * Seats somebody again who lost a seat to a revoke that meant somebody else, with the same metadata. If the seat was
 * claimed, the new one is claimed at once, without an invitation.
 *
 * @param options `signal`; `maxWait`, the milliseconds to wait for 429s in all; `now`, the clock
 * @returns the new seat; null if the old one does not say whose it was, or the roster does not show the new one
 * @throws SeatsError as `ensureSeat`, with `recipient` set to who is left without a seat
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
