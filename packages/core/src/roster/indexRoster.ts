import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { identifierKinds, identifierNormalizers, type IdentifierKind } from './identifierNormalizers.ts'
import { seatOccupant } from './seatOccupant.ts'

/** An index of a roster, for many look-ups. Later changes of the roster do not change it. */
export interface RosterIndex {
  /** Returns the same seat as `findSeat`, without a search through all rows each time. */
  find(recipient: SeatRecipient): CustomerSeat | undefined
}

/**
 * Creates an index of a roster for many look-ups. For a single look-up, use `findSeat`.
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
  const indexes = new Map<IdentifierKind, Map<string, number>>()

  function indexByKind(kind: IdentifierKind): Map<string, number> {
    const existingIndex = indexes.get(kind)
    if (existingIndex !== undefined) return existingIndex
    const index = new Map<string, number>()
    for (const [position, seat] of seats.entries()) {
      const identifier = seatOccupant(seat)?.[kind]
      if (!identifier) continue
      const key = identifierNormalizers[kind](identifier)
      if (!index.has(key)) index.set(key, position)
    }
    indexes.set(kind, index)
    return index
  }

  return {
    find(recipient) {
      // Creates no arrays, because this runs thousands of times.
      let firstPosition = Infinity
      for (const kind of identifierKinds) {
        const identifier = recipient[kind]
        if (identifier)
          firstPosition = Math.min(
            firstPosition,
            indexByKind(kind).get(identifierNormalizers[kind](identifier)) ?? Infinity,
          )
      }
      return seats[firstPosition]
    },
  }
}
