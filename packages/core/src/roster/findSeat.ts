import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { occupantKinds, occupantNames } from './occupantNames.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * Finds the active seat of a recipient: by address (however it is spelled), by member id or by the member's external
 * id. For many look-ups in one roster, use `indexRoster`.
 *
 * A roster does not tell an occupant's customer id in every organization, so that a recipient named by a customer id
 * alone is never found.
 *
 * @returns undefined if no pending or claimed seat is theirs
 *
 * @example
 * ```ts
 * import { findSeat, type SeatsList } from '@seats/core'
 *
 * const isSeated = (roster: SeatsList, email: string) => findSeat(roster, { email }) !== undefined
 * ```
 */
export function findSeat(roster: SeatsList, recipient: SeatRecipient): CustomerSeat | undefined {
  const wanted = occupantKinds.flatMap((kind) => {
    const name = recipient[kind]
    return name ? [{ kind, key: occupantNames[kind](name) }] : []
  })
  return roster.seats.find((seat) => {
    const occupant = seatOccupant(seat)
    return wanted.some(({ kind, key }) => {
      const name = occupant?.[kind]
      return name ? occupantNames[kind](name) === key : false
    })
  })
}
