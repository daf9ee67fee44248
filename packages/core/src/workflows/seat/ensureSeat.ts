import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatRecipient } from '../../schemas/SeatRecipient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { renewInvitation } from './renewInvitation.ts'
import { seatPerson } from './seatPerson.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'

export interface EnsureSeatParams {
  source: SeatSource
  /** Who gets the seat. A recipient with metadata, such as an error's `recipient`, keeps it. */
  recipient: SeatRecipient
  /** At most 10 keys and 1,024 bytes as JSON. */
  metadata?: Record<string, unknown> | undefined
  /** Claims at once: no invitation is sent. Default `false`. */
  immediate_claim?: boolean | undefined
}

export interface EnsuredSeat {
  /** Null if the person is seated, but is named by a customer id, which a roster does not tell. */
  seat: CustomerSeat | null
  /**
   * True if this call has seated the person, false if they were seated before. Null if an answer was lost and the time
   * of the assignment does not tell which.
   */
  created: boolean | null
  /** True if the person was only invited, and this call has replaced the invitation by a claimed seat. */
  activated: boolean
}

/** Times that a seat is looked at again which changed while it was being activated. */
const maxActivations = 3

/**
 * Seats a person unless they are seated: an assign that can be sent again. If an answer is lost, the roster tells what
 * became of it, so that nobody ever gets a second seat. With `immediate_claim` the seat ends claimed, also if the person
 * was only invited before: then the seat is revoked and assigned to them again, with its metadata.
 *
 * @param options `signal`; `maxWait`, the milliseconds to wait for 429s in all; `now`, the clock
 * @throws SeatsError as `assignSeat`, except `SeatAlreadyAssigned`. It is ambiguous only if the roster cannot be read
 * after a lost answer, or if the caller leaves. `RateLimited` if the server asks to wait longer than `maxWait`.
 * `recipient` is set if an invitation was revoked and there is no new seat
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { createSeatsClient, ensureSeat } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const { seat, created } = await ensureSeat(client, {
 *   source: { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' },
 *   recipient: { email: 'ada@example.com' },
 * })
 * console.log(created ? 'Invited' : 'Already on the team', seat?.status)
 * ```
 */
export async function ensureSeat(
  client: SeatsClient,
  { source, recipient, metadata, immediate_claim }: EnsureSeatParams,
  options: WorkflowOptions = {},
): Promise<EnsuredSeat> {
  const run = startRun(client, options)
  // Only what is given, so that nothing undefined replaces what a recipient brings.
  const assignment: SeatInvitee = {
    ...recipient,
    ...(metadata !== undefined && { metadata }),
    ...(immediate_claim !== undefined && { immediate_claim }),
  }
  for (let activations = 1; ; activations++) {
    const { seat, created } = await seatPerson(run, source, assignment)
    if (!assignment.immediate_claim || seat?.status !== 'pending') return { seat, created, activated: false }
    try {
      const activated = await renewInvitation(run, source, seat, {
        metadata: isFilled(seat.seat_metadata) ? seat.seat_metadata : assignment.metadata,
        immediate_claim: true,
      })
      return { seat: activated.seat, created, activated: true }
    } catch (error) {
      // Claimed, revoked or another person's meanwhile, and nothing is changed.
      if (!isSeatsError(error, 'SeatNotPending') || activations === maxActivations) throw error
    }
  }
}

const isFilled = (metadata: Record<string, unknown> | null): metadata is Record<string, unknown> =>
  Object.keys(metadata ?? {}).length > 0
