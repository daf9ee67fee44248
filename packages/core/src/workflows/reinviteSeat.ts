import type { SeatsClient } from '../createSeatsClient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { WorkflowOptions } from './ensureSeat.ts'
import { renewInvitation } from './renewInvitation.ts'

export interface ReinviteSeatParams {
  source: SeatSource
  /** The pending seat as it was seen. */
  seat: CustomerSeat
}

/**
 * Renews an invitation, where resending cannot: the seat is revoked and assigned to the same person again, with the
 * same metadata and a new link that is good for another 24 hours.
 *
 * @returns the new seat, which may be another row
 * @throws SeatsError `SeatNotPending` where the seat is claimed, free or another person's by now (nothing is changed);
 * with `recipient` set where the old seat is revoked, or with `isAmbiguous` may be, and there is no new one
 *
 * @example
 * ```ts
 * import { createSeatsClient, isInvitationExpired, reinviteSeat } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const { seats } = await client.listSeats(source)
 * for (const seat of seats.filter((seat) => isInvitationExpired(seat))) {
 *   await reinviteSeat(client, { source, seat })
 * }
 * ```
 */
export async function reinviteSeat(
  client: SeatsClient,
  { source, seat }: ReinviteSeatParams,
  { signal }: WorkflowOptions = {},
): Promise<CustomerSeat> {
  return (await renewInvitation(client, source, seat, signal)).seat
}
