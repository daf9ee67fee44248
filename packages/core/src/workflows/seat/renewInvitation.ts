import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInviteeOptions } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { freeNobodysSeat, revokeOccupant } from './revokeOccupant.ts'
import { restoreSeat, withRecipient } from './restoreSeat.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/**
 * Revokes a pending seat and assigns it to the same person again.
 *
 * @param changes Metadata or `immediate_claim`, if the new seat should differ from the old one.
 * @param mayRenew Called with the row just before the revoke. Returns whether to go on.
 * @returns The new seat, and the old row as it is afterwards.
 */
export async function renewInvitation(
  run: WorkflowRun,
  source: SeatSource,
  seat: CustomerSeat,
  changes: SeatInviteeOptions = {},
  mayRenew: (row: CustomerSeat) => boolean = () => true,
): Promise<{ seat: CustomerSeat; row: CustomerSeat | undefined }> {
  const named = seatRecipient(seat)
  if (named === undefined || seat.status !== 'pending') throw notPending()
  const recipient = { ...named, ...changes }
  const isPending = (row: CustomerSeat) => row.status === 'pending' && mayRenew(row)
  const { row, revoked } = await revokeOccupant(run, source, seat, isPending).catch((error: unknown) => {
    const isOpen = isSeatsError(error) && error.isAmbiguous && error.recipient === undefined
    if (!isOpen || error.code === 'SeatOccupantChanged') throw error
    throw withRecipient(error, 'The old invitation may be revoked, and there is no new one', recipient)
  })
  if (!revoked) throw notPending()
  const renewed =
    (await restoreSeat(run, source, recipient, 'The old invitation is revoked, but the new one failed')) ?? seat
  // Polar uses revoked rows again. If it did not use this one, a claim may have claimed it for nobody.
  if (renewed.id !== seat.id) return { seat: renewed, row: (await freeNobodysSeat(run, source, seat.id)) ?? row }
  return { seat: renewed, row }
}

const notPending = () =>
  new SeatsError({
    code: 'SeatNotPending',
    detail: 'This invitation is no longer pending: it was claimed, revoked or given to someone else.',
  })
