import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { sleep } from '../internal/sleep.ts'
import { findSeat } from '../roster/findSeat.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/** What every workflow takes. */
export interface WorkflowOptions {
  /** Starts nothing more once aborted. */
  signal?: AbortSignal | undefined
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
 *   subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
 *   email: 'ada@example.com',
 * })
 * console.log(created ? 'Invited' : 'Already on the team', seat?.status)
 * ```
 */
export async function ensureSeat(
  client: SeatsClient,
  seatAssign: SeatAssign,
  { signal }: WorkflowOptions = {},
): Promise<EnsuredSeat> {
  let ambiguous = false
  for (let attempt = 1; ; attempt++) {
    try {
      return { seat: await client.assignSeat(seatAssign, { signal }), created: true }
    } catch (error) {
      if (!isSeatsError(error)) throw error
      const seated = isSeatsError(error, 'SeatAlreadyAssigned')
      if (!seated && !error.isAmbiguous) throw error
      ambiguous ||= !seated
      const seat = findSeat(await client.listSeats(sourceOf(seatAssign), { signal }), seatAssign)
      if (seat !== undefined) return { seat, created: ambiguous }
      if (seated) return { seat: null, created: ambiguous }
      if (attempt === attempts) throw error
      // The next attempt cannot seat them twice: Polar refuses a second seat for one person.
      await sleep(Math.random() * 300 * 2 ** attempt, signal)
    }
  }
}

const sourceOf = ({ subscription_id, order_id }: SeatAssign): SeatSource =>
  subscription_id === undefined ? { order_id } : { subscription_id }
