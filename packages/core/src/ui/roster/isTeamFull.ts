import { baseRoster } from '../../query/roster/baseRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/**
 * Returns whether the server says that every seat is taken. Rows that are shown before the server's answer do not
 * count, because their calls can fail.
 */
export const isTeamFull = (roster: SeatsList): boolean =>
  roster.total_seats > 0 && baseRoster(roster)?.available_seats === 0
