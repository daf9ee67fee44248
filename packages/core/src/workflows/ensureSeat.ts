import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import type { SeatsError } from '../errors/SeatsError.ts'
import { internalsOf } from '../internal/internals.ts'
import { backoff, retryDelay } from '../internal/retryDelay.ts'
import { sleep } from '../internal/sleep.ts'
import { findSeat } from '../roster/findSeat.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/** What every workflow takes. */
export interface WorkflowOptions {
  /** Starts no change more once aborted. One that is under way is let end, and a lost answer still looked into. */
  signal?: AbortSignal | undefined
  /** Milliseconds to wait in all where the server says 429. Default 900 000, which is 15 minutes. */
  maxWait?: number | undefined
}

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
  /** Null where the person is seated, but is named by a customer id, which a roster does not tell. */
  seat: CustomerSeat | null
  /** False where the API said that they were seated before. */
  created: boolean
}

const attempts = 4

/**
 * Seats a person unless they are seated: an assign that can be sent again. A failure that leaves open whether it took
 * effect is settled by reading the roster, so that nobody ever gets a second seat.
 *
 * @throws SeatsError as `assignSeat`, but for `SeatAlreadyAssigned`; still ambiguous where the server stays away
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
  { source, recipient, ...how }: EnsureSeatParams,
  { signal }: WorkflowOptions = {},
): Promise<EnsuredSeat> {
  const seatAssign = { ...recipient, ...given(how), ...source } as SeatAssign
  const retry = internalsOf(client)?.retry ?? {}
  let lost: SeatsError | undefined
  // An abort ends a pause, and shows before the next call.
  const pause = (ms: number) => sleep(ms, signal).catch(() => {})
  for (let attempt = 1; ; attempt++) {
    if (lost !== undefined && signal?.aborted) throw lost
    signal?.throwIfAborted()
    try {
      // Without the signal, so that the outcome is known, and so without the client's pauses, which it could not end.
      return { seat: await client.assignSeat(seatAssign, { retry: false }), created: true }
    } catch (error) {
      if (!isSeatsError(error)) throw error
      const delay = retryDelay(error, attempt, retry)
      if (delay !== undefined) {
        await pause(delay)
        continue
      }
      const seated = error.code === 'SeatAlreadyAssigned'
      if (error.isAmbiguous) lost = error
      // A refusal after a lost answer can be that answer's doing: it may have taken the last seat.
      else if (!seated && lost === undefined) throw error
      const created = lost !== undefined
      const roster = await client.listSeats(source, lost ? {} : { signal }).catch((unread: unknown) => {
        // What is unknown stays unknown: that is the error to see.
        throw lost ?? unread
      })
      const seat = findSeat(roster, seatAssign)
      if (seat !== undefined) return { seat, created }
      if (seated) return { seat: null, created }
      if (!error.isAmbiguous || attempt >= attempts) throw error
      // The next attempt cannot seat them twice: Polar refuses a second seat for one person.
      await pause(backoff(retry, attempt + 1))
    }
  }
}

/** Only what is given, so that nothing undefined takes the place of what a recipient brings. */
const given = ({ metadata, immediate_claim }: Pick<EnsureSeatParams, 'metadata' | 'immediate_claim'>) => ({
  ...(metadata !== undefined && { metadata }),
  ...(immediate_claim !== undefined && { immediate_claim }),
})
