import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { isOnRosters } from '../../roster/isOnRosters.ts'
import { findSeat } from '../../roster/findSeat.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../../schemas/SeatRecipient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { freeNobodysSeat, revokeOccupant } from './revokeOccupant.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

/** Whose seat is taken: the occupant of a seat as it was seen, or a recipient who may be seated. */
export type EnsureRevokedParams =
  | { source: SeatSource; seat: CustomerSeat; recipient?: undefined }
  | { source: SeatSource; recipient: RosterRecipient; seat?: undefined }

/** A recipient who can be found on a roster: a roster does not tell customer ids. */
export type RosterRecipient = Extract<
  SeatRecipient,
  { email: string } | { member_id: string } | { external_member_id: string }
>

export interface RevokedSeat {
  /** The row as it is now; undefined if the source has no such row, or nobody of this name is seated. */
  seat: CustomerSeat | undefined
  /** False if the person had no seat any more. */
  revoked: boolean
}

/**
 * Takes a seat from the person who had it when it was seen, and from nobody else: a seat's id outlives its occupant,
 * so that a late or a second revoke by id alone could evict the next one.
 *
 * A seat that was claimed by nobody, because a claim overlapped a revoke, is freed by its id.
 *
 * @param options `signal`; `maxWait`, the milliseconds to wait for 429s in all; `now`, the clock
 * @throws SeatsError as `listSeats` and `revokeSeat`. It is ambiguous only if the roster cannot be read after a lost
 * answer, or if the caller leaves. `SeatOccupantChanged`, ambiguous, if an answer was lost and somebody else may have
 * lost this seat. `RateLimited` if the server asks to wait longer than `maxWait`
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
  if (recipient !== undefined && !isOnRosters(recipient)) throw cannotBeFound()
  const run = startRun(client, options)
  const list = () => client.listSeats(source, { signal: run.signal, retry: false })
  const seat = seen ?? findSeat(await sendPatiently(run, list), recipient)
  if (seat === undefined) return { seat, revoked: false }
  const { row, revoked } = await revokeOccupant(run, source, seat, () => true)
  // A claim that overlapped the revoke would have taken the row for nobody.
  const freed = revoked ? await freeNobodysSeat(run, source, seat.id) : undefined
  return { seat: freed ?? row, revoked }
}

const cannotBeFound = () =>
  new SeatsError({
    code: 'ConfigurationError',
    detail:
      'A roster does not tell customer ids, so the seat cannot be found by one. Name the person by email or member id, or give the seat.',
  })
