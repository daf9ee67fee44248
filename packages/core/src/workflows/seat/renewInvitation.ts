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
  const oldRecipient = seatRecipient(seat)
  if (oldRecipient === undefined || seat.status !== 'pending') throw notPendingError()
  const recipient = { ...oldRecipient, ...changes }
  const isPending = (row: CustomerSeat) => row.status === 'pending' && mayRenew(row)
  const { row, revoked } = await revokeOccupant(run, source, seat, isPending).catch((error: unknown) => {
    const isUnsettled = isSeatsError(error) && error.isAmbiguous && error.recipient === undefined
    if (!isUnsettled || error.code === 'SeatOccupantChanged') throw error
    throw withRecipient(error, 'The old invitation may be revoked, and there is no new one', recipient)
  })
  if (!revoked) throw notPendingError()
  const renewedSeat =
    (await restoreSeat(run, source, recipient, 'The old invitation is revoked, but the new one failed')) ?? seat
  // Polar usually reuses the revoked row. If the new seat is another row, the old row may be claimed although nobody
  // has it, because of a claim at the same time.
  if (renewedSeat.id !== seat.id)
    return { seat: renewedSeat, row: (await freeNobodysSeat(run, source, seat.id)) ?? row }
  return { seat: renewedSeat, row }
}

const notPendingError = () =>
  new SeatsError({
    code: 'SeatNotPending',
    detail: 'This invitation is no longer pending: it was claimed, revoked or given to someone else.',
  })
