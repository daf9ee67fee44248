import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { SeatsError } from '../errors/SeatsError.ts'
import { seatRecipient } from '../roster/seatRecipient.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { revokeOccupant } from './revokeOccupant.ts'
import { seatAgain, withRecipient } from './seatAgain.ts'

/** Revokes a pending seat and assigns it to the same person again: the new seat, and the old row as it is then. */
export async function renewInvitation(
  client: SeatsClient,
  source: SeatSource,
  seat: CustomerSeat,
  signal?: AbortSignal | undefined,
): Promise<{ seat: CustomerSeat; row: CustomerSeat | undefined }> {
  const recipient = seatRecipient(seat)
  if (recipient === undefined || seat.status !== 'pending') throw notPending()
  const isPending = (row: CustomerSeat) => row.status === 'pending'
  const { row, revoked } = await revokeOccupant(client, source, seat, isPending, signal).catch((error: unknown) => {
    if (!isSeatsError(error) || !error.isAmbiguous || error.recipient) throw error
    throw withRecipient(error, 'The old invitation may be revoked, and there is no new one', recipient)
  })
  if (!revoked) throw notPending()
  const what = 'The old invitation is revoked, but the new one failed'
  return { seat: (await seatAgain(client, source, recipient, what)) ?? seat, row }
}

const notPending = () =>
  new SeatsError({
    code: 'SeatNotPending',
    detail: 'This invitation is no longer pending: it was claimed, revoked or given to someone else.',
  })
