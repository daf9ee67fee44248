import { assignIssues } from '../../internal/input/assignIssues.ts'
import { identifierKinds } from '../../roster/identifierNormalizers.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { optimisticSeat } from '../roster/optimisticSeat.ts'
import type { Overlay } from '../roster/Overlay.ts'

/** A recipient of a bulk job, and the row that shows the recipient until there is an outcome. */
export interface Arrival {
  readonly key: string
  readonly seat: CustomerSeat
  hasOutcome: boolean
  /** The number of seats on the roster whose occupant has this key. */
  seatedCount: number
}

/** Returns the arrivals of a job, by their place in the list. Leaves out invalid recipients. */
export const arrivalsOf = (source: SeatSource, recipients: SeatInvitee[], now: number): Map<number, Arrival> =>
  new Map(
    [...recipients.entries()]
      .filter(([, recipient]) => assignIssues({ ...recipient, ...source }, false).length === 0)
      .map(([place, recipient]) => [
        place,
        {
          key: recipientKey(recipient),
          seat: optimisticSeat(source, recipient, now),
          hasOutcome: false,
          seatedCount: 0,
        },
      ]),
  )

/**
 * Returns the overlay that adds a row for each arrival without a row, as long as seats are free.
 *
 * @param arrivals The caller sets `hasOutcome` of an arrival once the recipient has an outcome.
 */
export function arrivalsOverlay(arrivals: ReadonlyMap<number, Arrival>): Overlay {
  const byKey = new Map<string, Arrival>()
  for (const arrival of arrivals.values()) if (!byKey.has(arrival.key)) byKey.set(arrival.key, arrival)
  const firstOfEachKey = [...byKey.values()]
  let countedSeats: readonly CustomerSeat[] = []
  // All calls use the same list, because a new list of thousands of rows after each answer would be garbage.
  const rows: CustomerSeat[] = []
  const count = (seat: CustomerSeat | undefined, change: 1 | -1) => {
    if (seat === undefined) return
    for (const key of keysOf(seat)) {
      const arrival = byKey.get(key)
      if (arrival !== undefined) arrival.seatedCount += change
    }
  }
  return (roster) => {
    const { seats } = roster
    // Counts only the rows that have changed since the last call, because an answer changes one row of many thousands.
    const rowCount = Math.max(seats.length, countedSeats.length)
    for (let index = 0; index < rowCount; index++) {
      if (seats[index] === countedSeats[index]) continue
      count(countedSeats[index], -1)
      count(seats[index], 1)
    }
    countedSeats = seats
    let shownCount = 0
    for (const { seat, hasOutcome, seatedCount } of firstOfEachKey) {
      if (shownCount === roster.available_seats) break
      if (seatedCount === 0 && !hasOutcome) rows[shownCount++] = seat
    }
    rows.length = shownCount
    return shownCount === 0 ? roster : withSeats(roster, seats.concat(rows))
  }
}

/** Caches the results of `keysOf`, because a seat can be counted often. */
const cachedKeysOf = new WeakMap<CustomerSeat, string[]>()

/** Returns a key for each way in which a recipient can name the seat's occupant. */
function keysOf(seat: CustomerSeat): string[] {
  const cachedKeys = cachedKeysOf.get(seat)
  if (cachedKeys !== undefined) return cachedKeys
  const occupant = seatOccupant(seat)
  const keys = identifierKinds.flatMap((kind) => {
    const name = occupant?.[kind]
    return name ? [recipientKey({ [kind]: name })] : []
  })
  cachedKeysOf.set(seat, keys)
  return keys
}
