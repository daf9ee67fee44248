import { baseRoster } from '../../query/roster/optimisticSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Returns whether every seat is taken, as the server says. Seats that are only shown in advance do not count: the call
 * can fail, and a bulk job can still be filling seats that are free.
 */
export const isTeamFull = (roster: SeatsList): boolean =>
  roster.total_seats > 0 && baseRoster(roster)?.available_seats === 0
