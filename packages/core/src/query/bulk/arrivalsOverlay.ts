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

/** A recipient of a bulk job who has no outcome yet, and the row that shows them. */
export interface Arrival {
  key: string
  seat: CustomerSeat
}

/** Returns the arrivals of a job, by their place in the list. There is none for an invalid input. */
export const arrivalsOf = (source: SeatSource, recipients: SeatInvitee[], now: number): Map<number, Arrival> =>
  new Map(
    [...recipients.entries()]
      .filter(([, recipient]) => assignIssues({ ...recipient, ...source }, false).length === 0)
      .map(([place, recipient]) => [
        place,
        { key: recipientKey(recipient), seat: optimisticSeat(source, recipient, now) },
      ]),
  )

/**
 * Adds a row for each arrival who has none. Stops if no seat is free; then the server's answer decides.
 *
 * @param arrivals the caller removes those that have an outcome
 */
export function arrivalsOverlay(arrivals: ReadonlyMap<number, Arrival>): Overlay {
  const places = new Map<string, number>()
  for (const [place, { key }] of arrivals) if (!places.has(key)) places.set(key, place)
  return (roster) => {
    const seated = new Set<string>()
    for (const seat of roster.seats) for (const key of keysOf(seat)) if (places.has(key)) seated.add(key)
    const rows: CustomerSeat[] = []
    for (const [place, { key, seat }] of arrivals) {
      if (rows.length === roster.available_seats) break
      if (!seated.has(key) && places.get(key) === place) rows.push(seat)
    }
    return rows.length === 0 ? roster : withSeats(roster, [...roster.seats, ...rows])
  }
}

/** The results of `keysOf`, kept because the overlay needs the keys of the whole roster after each answer. */
const knownKeys = new WeakMap<CustomerSeat, string[]>()

/** Returns a key for each way in which a recipient can name the seat's occupant. */
function keysOf(seat: CustomerSeat): string[] {
  const known = knownKeys.get(seat)
  if (known !== undefined) return known
  const occupant = seatOccupant(seat)
  const keys = identifierKinds.flatMap((kind) => {
    const name = occupant?.[kind]
    return name ? [recipientKey({ [kind]: name })] : []
  })
  knownKeys.set(seat, keys)
  return keys
}
