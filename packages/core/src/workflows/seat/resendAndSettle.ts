import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { sendAndSettle } from './sendAndSettle.ts'

/**
 * Sends an invitation again for a page, once. A roster does not show whether an email was sent. So after a lost answer
 * the error stays ambiguous, unless the roster shows that the invitation is no longer pending.
 */
export const resendAndSettle = (client: SeatsClient, source: SeatSource, seat: CustomerSeat): Promise<CustomerSeat> =>
  sendAndSettle(client, {
    send: (options) => client.resendInvitation(seat.id, { source, occupant: seat, ...options }),
    read: (options) => client.listSeats(source, options),
    find: ({ seats }, lostCall) => {
      const row = seats.find(({ id }) => id === seat.id)
      if (row?.status === 'pending' && sameOccupant(row, seat)) throw lostCall.error
      throw notPendingError()
    },
  })

const notPendingError = () =>
  new SeatsError({
    code: 'SeatNotPending',
    status: 400,
    operation: 'resendInvitation',
    detail: 'Seat is not in pending status',
  })
