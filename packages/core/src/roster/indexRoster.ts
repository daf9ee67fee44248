import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { occupantKinds, occupantNames, type OccupantName } from './occupantNames.ts'
import { seatOccupant } from './seatOccupant.ts'

/** A roster prepared for many look-ups. It does not follow later changes of the roster. */
export interface RosterIndex {
  /** Returns what `findSeat` returns for the same roster, without going through its rows. */
  find(recipient: SeatRecipient): CustomerSeat | undefined
}

/**
 * Prepares a roster for many look-ups, in one pass. For a single look-up, use `findSeat`.
 *
 * @example
 * ```ts
 * import { indexRoster, type SeatsList } from '@seats/core'
 *
 * const withoutSeat = (roster: SeatsList, emails: string[]) => {
 *   const index = indexRoster(roster)
 *   return emails.filter((email) => index.find({ email }) === undefined)
 * }
 * ```
 */
export function indexRoster(roster: SeatsList): RosterIndex {
  const { seats } = roster
  const indexes = new Map<OccupantName, Map<string, number>>()

  function indexOf(kind: OccupantName): Map<string, number> {
    const known = indexes.get(kind)
    if (known !== undefined) return known
    const index = new Map<string, number>()
    for (const [position, seat] of seats.entries()) {
      const name = seatOccupant(seat)?.[kind]
      if (!name) continue
      const key = occupantNames[kind](name)
      if (!index.has(key)) index.set(key, position)
    }
    indexes.set(kind, index)
    return index
  }

  return {
    find(recipient) {
      // Without arrays on the way: this is done thousands of times.
      let first = Infinity
      for (const kind of occupantKinds) {
        const name = recipient[kind]
        if (name) first = Math.min(first, indexOf(kind).get(occupantNames[kind](name)) ?? Infinity)
      }
      return seats[first]
    },
  }
}
