import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { parseTime } from './assignedAt.ts'
import { plainId } from './plainId.ts'

/**
 * Returns the roster with one seat added or replaced. Use it for a seat from an answer, a webhook or an event. All
 * other rows stay the same objects. Returns the same roster if the seat belongs to another source, or if the roster has
 * a newer version of it.
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
  const currentSeat = roster.seats.find(({ id }) => id === seat.id)
  if (currentSeat !== undefined && isOlder(seat, currentSeat)) return roster
  const seats =
    currentSeat === undefined ? [...roster.seats, seat] : roster.seats.map((row) => (row === currentSeat ? seat : row))
  return withSeats(roster, seats)
}

/** Returns the roster with these seats. Counts the free seats as Polar does: the bought ones minus the pending and claimed ones. */
export function withSeats(roster: SeatsList, seats: CustomerSeat[]): SeatsList {
  const takenCount = seats.filter(({ status }) => status === 'pending' || status === 'claimed').length
  return { ...roster, seats, available_seats: Math.max(0, roster.total_seats - takenCount) }
}

const belongsTo = (seat: CustomerSeat, source: SeatSource) =>
  isSameId(seat.subscription_id, source.subscription_id) || isSameId(seat.order_id, source.order_id)

const isSameId = (id: string | null, other: string | undefined) =>
  id && other ? plainId(id) === plainId(other) : false

const isOlder = (seat: CustomerSeat, currentSeat: CustomerSeat) => versionTime(seat) < versionTime(currentSeat)

const versionTime = (seat: CustomerSeat) => parseTime(seat.modified_at ?? seat.created_at)
