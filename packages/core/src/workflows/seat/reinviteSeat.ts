import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { renewInvitation } from './renewInvitation.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

export interface ReinviteSeatParams {
  source: SeatSource
  /** The pending seat, as the page has shown it. */
  seat: CustomerSeat
}

/**
 * Renews an invitation, expired or not: revokes the seat and assigns it to the same person again, with the same
 * metadata. The new link is valid for another 24 hours. Resending an invitation does not extend its 24 hours.
 *
 * @param options `signal`; `maxWait`: the limit of all waits after 429s, in milliseconds; `now`: the clock.
 * @returns The new seat, which may be another row.
 * @throws SeatsError `SeatNotPending` if the seat is no longer this person's invitation; nothing was changed. An error
 * with `recipient` if the old seat was revoked and there is no new seat; if that error is also ambiguous, the old seat
 * may still be there. `SeatOccupantChanged` if another person got this seat just before the revoke, and may have lost
 * it.
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
