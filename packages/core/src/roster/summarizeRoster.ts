import { checkTime } from '../internal/input/checkTime.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { isNobodysSeat } from './isNobodysSeat.ts'
import { isInvitationExpired, type NowOption } from './isInvitationExpired.ts'

/**
 * The numbers of a roster. `used` is `claimed` plus `pending`. `expired` counts the pending seats whose invitation has
 * expired. `nobody` counts the claimed seats that nobody has (see `isNobodysSeat`).
 */
export interface RosterSummary {
  total: number
  available: number
  used: number
  claimed: number
  pending: number
  expired: number
  nobody: number
}

/**
 * Counts a roster's seats.
 *
 * @throws SeatsError `ConfigurationError` if `now` is not a number of milliseconds.
 *
 * @example
 * ```ts
 * import { summarizeRoster, type SeatsList } from '@seats/core'
 *
 * const label = (roster: SeatsList) => {
 *   const { used, total } = summarizeRoster(roster)
 *   return `${used} of ${total} seats used`
 * }
 * ```
 */
export function summarizeRoster(roster: SeatsList, { now = Date.now() }: NowOption = {}): RosterSummary {
  checkTime(now)
  const claimed = roster.seats.filter((seat) => seat.status === 'claimed').length
  const pending = roster.seats.filter((seat) => seat.status === 'pending').length
  const expired = roster.seats.filter((seat) => isInvitationExpired(seat, { now })).length
  return {
    total: roster.total_seats,
    available: roster.available_seats,
    used: claimed + pending,
    claimed,
    pending,
    expired,
    nobody: roster.seats.filter(isNobodysSeat).length,
  }
}
