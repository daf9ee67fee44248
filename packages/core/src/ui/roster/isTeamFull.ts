import { answeredRoster } from '../../query/roster/answeredRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Returns whether the server says that every seat is taken. */
export function isTeamFull(roster: SeatsList): boolean {
  const { total_seats, available_seats } = answeredRoster(roster)
  return total_seats > 0 && available_seats === 0
}
