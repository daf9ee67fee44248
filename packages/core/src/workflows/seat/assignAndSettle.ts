import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import { findSeat } from '../../roster/findSeat.ts'
import { canRosterShow } from '../../roster/canRosterShow.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../../schemas/SeatAssign.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { wasAssignedBy } from './wasAssignedBy.ts'
import { sendAndSettle } from './sendAndSettle.ts'

/**
 * Assigns a seat for a page. If the answer is lost, reads the roster and returns the person's seat. If the person had
 * that seat before the call, throws `SeatAlreadyAssigned`.
 *
 * @param before The roster from before the call, if it is known.
 */
export const assignAndSettle = (
  client: SeatsClient,
  source: SeatSource,
  invitee: SeatInvitee,
  before: SeatsList | undefined,
): Promise<CustomerSeat> =>
  sendAndSettle(client, {
    send: (options) => client.assignSeat({ ...invitee, ...source } as SeatAssign, options),
    read: (options) => client.listSeats(source, options),
    find: (roster, lostCall) => {
      if (!canRosterShow(invitee)) throw lostCall.error
      const seat = findSeat(roster, invitee)
      if (seat === undefined) return undefined
      const wasSeatedBefore = before?.seats.some((row) => row.id === seat.id && assignedAt(row) === assignedAt(seat))
      if (wasSeatedBefore || wasAssignedBy([lostCall], seat) === false) throw alreadyAssignedError(seat)
      return seat
    },
  })

const alreadyAssignedError = ({ customer_email, member_id }: CustomerSeat) =>
  new SeatsError({
    code: 'SeatAlreadyAssigned',
    status: 400,
    operation: 'assignSeat',
    detail: `Seat already assigned to customer ${customer_email ?? member_id}`,
  })
