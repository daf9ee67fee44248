import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { canRosterShow } from '../../roster/canRosterShow.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../../schemas/SeatRecipient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { freeNobodysSeat, revokeOccupant } from './revokeOccupant.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

/** The person whose seat is revoked is given as a seat that the page has shown, or as a recipient. */
export type EnsureRevokedParams =
  | { source: SeatSource; seat: CustomerSeat; recipient?: undefined }
  | { source: SeatSource; recipient: RosterRecipient; seat?: undefined }

/** A recipient who can be found on every roster. Not every roster has the customer ids of occupants. */
export type RosterRecipient = Extract<
  SeatRecipient,
  { email: string } | { member_id: string } | { external_member_id: string }
>

export interface RevokedSeat {
  /** The row as it is now. Undefined if the source has no such row, or if the recipient has no seat. */
  seat: CustomerSeat | undefined
  /** True if this call has revoked the seat. False if the person did not have it any more, or never had a seat. */
  revoked: boolean
}

/**
 * Revokes the seat of one person, and of nobody else. A seat keeps its id when its occupant changes. So a late or
 * second revoke by id alone could take the seat from the next occupant.
 *
 * Also frees a seat that nobody has. A claim at the same time as a revoke can leave such a seat.
 *
 * @param options `signal`; `maxWait`: the limit of all waits after 429s, in milliseconds; `now`: the clock.
 * @throws SeatsError Like `listSeats` and `revokeSeat`. The error is ambiguous only if an answer was lost and, after
 * that, the roster could not be read or the caller aborted. `SeatOccupantChanged` if another person got this seat just
 * before the revoke, and may have lost it. `RateLimited` if the server asks to wait longer than `maxWait`.
 * @see https://polar.sh/docs/api-reference/customer-seats/revoke
 *
 * @example
 * ```ts
 * import { createSeatsClient, ensureRevoked } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * await ensureRevoked(client, { source, recipient: { email: 'ada@example.com' } })
 * ```
 */
export async function ensureRevoked(
  client: SeatsClient,
  { source, seat: seen, recipient }: EnsureRevokedParams,
  options: WorkflowOptions = {},
): Promise<RevokedSeat> {
  if (recipient !== undefined && !canRosterShow(recipient)) throw customerIdError()
  const run = startRun(client, options)
  const list = () => client.listSeats(source, { signal: run.signal, retry: false })
  const seat = seen ?? findSeat(await sendWithRateLimitWait(run, list), recipient)
  if (seat === undefined) return { seat, revoked: false }
  const { row, revoked } = await revokeOccupant(run, source, seat, () => true)
  // A claim at the same time as the revoke may have left the row claimed, although nobody has it.
  const freedRow = revoked ? await freeNobodysSeat(run, source, seat.id) : undefined
  return { seat: freedRow ?? row, revoked }
}

const customerIdError = () =>
  new SeatsError({
    code: 'ConfigurationError',
    detail:
      'A roster has no customer ids, so a seat cannot be found by one. Name the person by email or member id, or give the seat.',
  })
