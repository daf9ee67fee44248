import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { renewInvitation } from './renewInvitation.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

export interface ReinviteSeatParams {
  source: SeatSource
  /** The pending seat as it was seen. */
  seat: CustomerSeat
}

/**
 * Renews an invitation, expired or not, which resending does not: the seat is revoked and assigned to the same person again, with the
 * same metadata and a new link that is good for another 24 hours.
 *
 * @param options `signal`; `maxWait`, the milliseconds to wait for 429s in all; `now`, the clock
 * @returns the new seat, which may be another row
 * @throws SeatsError `SeatNotPending` if the seat is claimed, free or another person's by now (nothing is changed). With
 * `recipient` set if the old seat is revoked, or with `isAmbiguous` may be, and there is no new one.
 * `SeatOccupantChanged`, ambiguous, if an answer was lost and somebody else may have lost this seat
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```ts
 * import { createSeatsClient, isInvitationExpired, reinviteSeat } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const { seats } = await client.listSeats(source)
 * for (const seat of seats.filter((seat) => isInvitationExpired(seat, { now: client.earliestNow() }))) {
 *   await reinviteSeat(client, { source, seat })
 * }
 * ```
 */
export async function reinviteSeat(
  client: SeatsClient,
  { source, seat }: ReinviteSeatParams,
  options: WorkflowOptions = {},
): Promise<CustomerSeat> {
  return (await renewInvitation(startRun(client, options), source, seat)).seat
}
