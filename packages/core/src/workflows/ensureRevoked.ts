import type { SeatsClient } from '../createSeatsClient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { WorkflowOptions } from './ensureSeat.ts'
import { revokeOccupant } from './revokeOccupant.ts'

export interface EnsureRevokedParams {
  source: SeatSource
  /** The seat as it was seen: its occupant is who loses it. */
  seat: CustomerSeat
}

export interface RevokedSeat {
  /** The row as it is now; undefined where the source has none of this id. */
  seat: CustomerSeat | undefined
  /** False where the person had lost the seat before. */
  revoked: boolean
}

/**
 * Takes a seat from the person who had it when it was seen, and from nobody else: a seat's id outlives its occupant,
 * so that a late or a second revoke by id alone could evict the next one.
 *
 * @throws SeatsError as `listSeats` and `revokeSeat`
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```ts
 * import { createSeatsClient, ensureRevoked, findSeat } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const seat = findSeat(await client.listSeats(source), { email: 'ada@example.com' })
 * if (seat) await ensureRevoked(client, { source, seat })
 * ```
 */
export async function ensureRevoked(
  client: SeatsClient,
  { source, seat }: EnsureRevokedParams,
  { signal }: WorkflowOptions = {},
): Promise<RevokedSeat> {
  const { row, revoked } = await revokeOccupant(client, source, seat, () => true, signal)
  return { seat: row, revoked }
}
