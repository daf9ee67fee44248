import { optimisticPrefix } from '../../roster/optimisticPrefix.ts'
import { findSeat } from '../../roster/findSeat.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { Overlay } from './Overlay.ts'

/** Returns a temporary id. No other page creates the same id. */
const createOptimisticId = () => `${optimisticPrefix}${Math.random()}`

/**
 * Returns whether a seat is shown before the server's answer to its assign or renewal. The id is temporary, and no call
 * can use it.
 *
 * @example
 * ```ts
 * import type { CustomerSeat } from '@seats/core'
 * import { isOptimisticSeat } from '@seats/core/query'
 *
 * const canRevoke = (seat: CustomerSeat) => seat.status !== 'revoked' && !isOptimisticSeat(seat)
 * ```
 */
export const isOptimisticSeat = (seat: CustomerSeat): boolean => seat.id.startsWith(optimisticPrefix)

/** Returns the seat that an assign is expected to create, with a temporary id. */
export function optimisticSeat(source: SeatSource, invitee: SeatInvitee, now: number): CustomerSeat {
  const nowIso = new Date(now).toISOString()
  const email = invitee.email ?? null
  return {
    id: createOptimisticId(),
    created_at: nowIso,
    modified_at: null,
    subscription_id: source.subscription_id ?? null,
    order_id: source.order_id ?? null,
    status: invitee.immediate_claim ? 'claimed' : 'pending',
    customer_id: invitee.customer_id ?? null,
    member_id: invitee.member_id ?? null,
    member: null,
    email,
    customer_email: email,
    invitation_token_expires_at: null,
    claimed_at: invitee.immediate_claim ? nowIso : null,
    revoked_at: null,
    seat_metadata: invitee.metadata ?? null,
  }
}

/**
 * Returns the overlay that adds a row for the invitee. It adds no row if the invitee has a seat or no seat is free,
 * because then the server's answer decides.
 */
export function assignOverlay(source: SeatSource, invitee: SeatInvitee, now: number): Overlay {
  const seat = optimisticSeat(source, invitee, now)
  return (roster) =>
    roster.available_seats > 0 && !findSeat(roster, invitee)
      ? { ...roster, seats: roster.seats.concat(seat), available_seats: roster.available_seats - 1 }
      : roster
}

/** Returns the overlay that shows the seat as revoked, as long as the same person has it. */
export const revokeOverlay = (seat: CustomerSeat, now: number): Overlay =>
  replaceOverlay(seat, (row) => revokedSeat(row, new Date(now).toISOString()))

/**
 * Returns the overlay that shows the invitation as renewed, as long as the same person has the seat. The row gets a
 * temporary id, so no call can use it.
 */
export function reinviteOverlay(seat: CustomerSeat): Overlay {
  const id = createOptimisticId()
  return replaceOverlay(seat, (row) => ({ ...row, id, invitation_token_expires_at: null }))
}

/** Returns the seat as it is expected to be after a revoke. */
export const revokedSeat = (seat: CustomerSeat, revoked_at: string): CustomerSeat => ({
  ...seat,
  status: 'revoked',
  revoked_at,
  customer_id: null,
  member_id: null,
  email: null,
})

function replaceOverlay(seat: CustomerSeat, replace: (row: CustomerSeat) => CustomerSeat): Overlay {
  return (roster) => {
    const row = roster.seats.find(({ id }) => id === seat.id)
    if (row === undefined || !sameOccupant(row, seat)) return roster
    const seats = roster.seats.map((otherRow) => (otherRow === row ? replace(row) : otherRow))
    return withSeats(roster, seats)
  }
}
