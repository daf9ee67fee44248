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
  /**
   * The person who gets the seat. If this object has metadata, like the `recipient` of an error, the seat gets that
   * metadata.
   */
  recipient: SeatRecipient
  /** At most 10 keys and 1,024 characters as JSON. */
  metadata?: Record<string, unknown> | undefined
  /** Claims the seat at once, without an invitation. Default `false`. */
  immediate_claim?: boolean | undefined
}

export interface EnsuredSeat {
  /**
   * Null if the person is named by a customer id and was seated before, because the roster is not searched for that id.
   */
  seat: CustomerSeat | null
  /**
   * True if this call has seated the person, false if they were seated before. Null if this is unknown, because an
   * answer was lost.
   */
  created: boolean | null
  /** True if the person had an invitation, and this call has replaced it with a claimed seat. */
  activated: boolean
}

/** The largest number of attempts to activate a seat that changes during each attempt. */
const maxActivations = 3

/**
 * Gives a person a seat, if they have none. You can call it again at any time: nobody gets a second seat. If an answer
 * is lost, reads the roster to find out what happened.
 *
 * With `immediate_claim` the seat is claimed at the end. If the person had only an invitation, the seat is revoked and
 * assigned to them again, with its metadata.
 *
 * @param options `signal`; `maxWait`: the limit of all waits after 429s, in milliseconds; `now`: the clock.
 * @throws SeatsError Like `assignSeat`, except `SeatAlreadyAssigned`. The error is ambiguous only if an answer was lost
 * and, after that, the roster could not be read or the caller aborted. `RateLimited` if the server asks to wait longer
 * than `maxWait`. `recipient` is set if an invitation was revoked and there is no new seat.
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
  // An undefined option must not replace the recipient's own value.
  const invitee: SeatInvitee = {
    ...recipient,
    ...(metadata !== undefined && { metadata }),
    ...(immediate_claim !== undefined && { immediate_claim }),
  }
  for (let activations = 1; ; activations++) {
    const { seat, created } = await seatPerson(run, source, invitee)
    if (!invitee.immediate_claim || seat?.status !== 'pending') return { seat, created, activated: false }
    try {
      const renewal = await renewInvitation(run, source, seat, {
        metadata: hasEntries(seat.seat_metadata) ? seat.seat_metadata : invitee.metadata,
        immediate_claim: true,
      })
      return { seat: renewal.seat, created, activated: true }
    } catch (error) {
      // The seat was claimed, revoked or given to another person in the meantime. Nothing was changed, so this tries
      // again.
      if (!isSeatsError(error, 'SeatNotPending') || activations === maxActivations) throw error
    }
  }
}

const hasEntries = (metadata: Record<string, unknown> | null): metadata is Record<string, unknown> =>
  Object.keys(metadata ?? {}).length > 0
