import type { SeatsClient } from '../createSeatsClient.ts'
import { seatRecipient } from '../roster/seatRecipient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { seatAgain } from './seatAgain.ts'

export interface GiveSeatBackParams {
  source: SeatSource
  /** The seat as its occupant had it: `lostSeat` tells. */
  seat: CustomerSeat
}

/**
 * Seats somebody again who lost a seat to a revoke that meant somebody else, with the same metadata. If the seat was
 * claimed, the new one is claimed at once, without an invitation.
 *
 * @returns the new seat; null if the old one does not say whose it was, or the roster does not show the new one
 * @throws SeatsError as `ensureSeat`, with `recipient` set to who is left without a seat
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { giveSeatBack, lostSeat, type CustomerSeat, type SeatsClient, type SeatSource } from '@seats/core'
 *
 * const repair = (client: SeatsClient, source: SeatSource, before: CustomerSeat, after: CustomerSeat) =>
 *   giveSeatBack(client, { source, seat: lostSeat(before, after) })
 * ```
 */
export async function giveSeatBack(
  client: SeatsClient,
  { source, seat }: GiveSeatBackParams,
): Promise<CustomerSeat | null> {
  const recipient = seatRecipient(seat)
  if (recipient === undefined) return null
  const what = 'Someone who got or claimed this seat a moment ago has lost it, and could not be seated again'
  return seatAgain(client, source, { ...recipient, immediate_claim: seat.status === 'claimed' }, what)
}
