import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { parseTime } from './assignedAt.ts'
import { plainId } from './plainId.ts'

/**
 * Returns the roster with one seat added or replaced. Use it for a seat from an answer, a webhook or an event. All
 * other rows stay the same objects. Returns the same roster if the seat belongs to another source, or if the roster has
 * a newer version of that seat.
 *
 * @example
 * ```ts
 * import { patchRoster, type CustomerSeat, type SeatSource, type SeatsList } from '@seats/core'
 *
 * const onSeat = (roster: SeatsList, seat: CustomerSeat, source: SeatSource) => patchRoster(roster, seat, source)
 * ```
 */
export function patchRoster(roster: SeatsList, seat: CustomerSeat, source: SeatSource): SeatsList {
  if (!belongsTo(seat, source)) return roster
  return withSeat(roster, seat.id, (currentSeat) => (currentSeat === undefined || !isOlder(seat, currentSeat)) && seat)
}

/**
 * Returns the roster with a new row in place of the row with this id. Adds the new row if the roster has no such row.
 *
 * @param replace gets the old row, and returns the new one. If it returns nothing, the roster stays the same object.
 */
export function withSeat(
  roster: SeatsList,
  seatId: string,
  replace: (row: CustomerSeat | undefined) => CustomerSeat | false | undefined,
): SeatsList {
  const index = roster.seats.findIndex(({ id }) => id === seatId)
  const row = replace(roster.seats[index])
  if (!row) return roster
  // `concat` reserves memory for exactly this number of rows. A spread may reserve more.
  const seats = roster.seats.concat(index < 0 ? row : [])
  if (index >= 0) seats[index] = row
  return withSeats(roster, seats)
}

/**
 * Returns the roster with these seats. Counts the free seats as Polar does: the bought seats minus the pending
 * and claimed seats.
 */
export function withSeats(roster: SeatsList, seats: CustomerSeat[]): SeatsList {
  // Counts without a list, which would be garbage after each change of a long roster.
  let takenCount = 0
  for (const { status } of seats) if (status === 'pending' || status === 'claimed') takenCount++
  return { ...roster, seats, available_seats: Math.max(0, roster.total_seats - takenCount) }
}

const belongsTo = (seat: CustomerSeat, source: SeatSource) =>
  isSameId(seat.subscription_id, source.subscription_id) || isSameId(seat.order_id, source.order_id)

const isSameId = (id: string | null, other: string | undefined) =>
  id && other ? plainId(id) === plainId(other) : false

const isOlder = (seat: CustomerSeat, currentSeat: CustomerSeat) => versionTime(seat) < versionTime(currentSeat)

const versionTime = (seat: CustomerSeat) => parseTime(seat.modified_at ?? seat.created_at)
