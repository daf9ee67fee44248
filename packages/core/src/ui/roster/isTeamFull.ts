import { answeredRoster } from '../../query/roster/answeredRoster.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** Returns whether a team has seats and none of them is free, according to the server's answers. */
export function isTeamFull(roster: SeatsList): boolean {
  const { total_seats, available_seats } = answeredRoster(roster)
  return total_seats > 0 && available_seats === 0
}
