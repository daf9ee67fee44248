import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { identifierKinds, identifierNormalizers } from './identifierNormalizers.ts'
import { identifierGetters } from './identifierGetters.ts'

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
  // Combines all identifiers in one function. A list of them would cost an object for each row of a long roster.
  const isWanted = identifierKinds.reduce<(seat: CustomerSeat) => boolean>(
    (isFoundByOther, kind) => {
      const normalize = identifierNormalizers[kind]
      const key = normalize(recipient[kind] ?? '')
      if (!key) return isFoundByOther
      return (seat) => normalize(identifierGetters[kind](seat) ?? '') === key || isFoundByOther(seat)
    },
    () => false,
  )
  return roster.seats.find((seat) => seat.status !== 'revoked' && isWanted(seat))
}
