import { isOptimisticSeat } from '../../query/roster/optimisticSeat.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Returns a roster without the seats that are shown before the server's answer. A meter that counted them would call a
 * team full while most of a long list is still to be sent.
 */
export function answeredRoster(roster: SeatsList): SeatsList {
  const seats = roster.seats.filter((seat) => !isOptimisticSeat(seat))
  return seats.length === roster.seats.length ? roster : withSeats(roster, seats)
}
