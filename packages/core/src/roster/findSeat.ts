import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { emailAddress } from './emailAddress.ts'
import { plainId } from './plainId.ts'
import { seatOccupant } from './seatOccupant.ts'

/**
 * The active seat of a recipient, by address (whatever its case), member id or the member's external id.
 *
 * A roster does not tell an occupant's customer id in every organization, so that a recipient named by a customer id
 * alone is never found.
 *
 * @returns undefined where no pending or claimed seat is theirs
 *
 * @example
 * ```ts
 * import { findSeat, type SeatsList } from '@seats/core'
 *
 * const isSeated = (roster: SeatsList, email: string) => findSeat(roster, { email }) !== undefined
 * ```
 */
export function findSeat(roster: SeatsList, recipient: SeatRecipient): CustomerSeat | undefined {
  const email = recipient.email ? emailAddress(recipient.email) : undefined
  const memberId = recipient.member_id ? plainId(recipient.member_id) : undefined
  const externalId = recipient.external_member_id || undefined
  return roster.seats.find((seat) => {
    const occupant = seatOccupant(seat)
    if (occupant === null) return false
    return (
      (email !== undefined && occupant.email?.toLowerCase() === email) ||
      (memberId !== undefined && occupant.member_id !== null && plainId(occupant.member_id) === memberId) ||
      (externalId !== undefined && occupant.external_member_id === externalId)
    )
  })
}
