import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { identifierKinds, identifierNormalizers } from './identifierNormalizers.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Finds the seat of a recipient: by address in any spelling, by member id or by the member's external id. Never finds a
 * recipient who is named only by a customer id, because not every organization's roster has these ids. For many
 * look-ups in one roster, use `indexRoster`.
 *
 * @returns The pending or claimed seat. Undefined if the recipient has none.
 *
 * @example
 * ```ts
 * import { findSeat, type SeatsList } from '@seats/core'
 *
 * const isSeated = (roster: SeatsList, email: string) => findSeat(roster, { email }) !== undefined
 * ```
 */
export function findSeat(roster: SeatsList, recipient: SeatRecipient): CustomerSeat | undefined {
  const wanted = identifierKinds.flatMap((kind) => {
    const name = recipient[kind]
    return name ? [{ kind, key: identifierNormalizers[kind](name) }] : []
  })
  return roster.seats.find((seat) => {
    const occupant = seatOccupant(seat)
    return wanted.some(({ kind, key }) => {
      const name = occupant?.[kind]
      return name ? identifierNormalizers[kind](name) === key : false
    })
  })
}
