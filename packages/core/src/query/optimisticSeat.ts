import { findSeat } from '../roster/findSeat.ts'
import { availableSeats } from '../roster/patchRoster.ts'
import { seatOccupant } from '../roster/seatOccupant.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import type { Overlay } from './overlay.ts'

const prefix = 'optimistic:'
let count = 0

/**
 * Whether a seat is only shown in advance: its assign is under way, its id is a temporary one, and nothing can be done
 * with it yet.
 *
 * @example
 * ```ts
 * import type { CustomerSeat } from '@seats/core'
 * import { isOptimisticSeat } from '@seats/core/query'
 *
 * const canRevoke = (seat: CustomerSeat) => seat.status !== 'revoked' && !isOptimisticSeat(seat)
 * ```
 */
export const isOptimisticSeat = (seat: CustomerSeat): boolean => seat.id.startsWith(prefix)

/** A new row for the recipient, unless they have one or no seat is free: then the answer decides. */
export function assignOverlay(source: SeatSource, assignment: SeatAssignment, now: number): Overlay {
  const time = new Date(now).toISOString()
  const email = assignment.email ?? null
  const seat: CustomerSeat = {
    id: `${prefix}${++count}`,
    created_at: time,
    modified_at: null,
    subscription_id: source.subscription_id ?? null,
    order_id: source.order_id ?? null,
    status: assignment.immediate_claim ? 'claimed' : 'pending',
    customer_id: assignment.customer_id ?? null,
    member_id: assignment.member_id ?? null,
    member: null,
    email,
    customer_email: email,
    invitation_token_expires_at: null,
    claimed_at: assignment.immediate_claim ? time : null,
    revoked_at: null,
    seat_metadata: assignment.metadata ?? null,
  }
  return (roster) =>
    roster.available_seats === 0 || findSeat(roster, assignment) ? roster : withSeats(roster, [...roster.seats, seat])
}

/** The seat as revoked, as long as the same person has it. */
export function revokeOverlay(seat: CustomerSeat, now: number): Overlay {
  const revoked_at = new Date(now).toISOString()
  return (roster) => {
    const row = roster.seats.find(({ id }) => id === seat.id)
    if (row === undefined || row.status === 'revoked' || !sameOccupant(row, seat)) return roster
    const revoked: CustomerSeat = {
      ...row,
      status: 'revoked',
      revoked_at,
      customer_id: null,
      member_id: null,
      email: null,
    }
    return withSeats(
      roster,
      roster.seats.map((other) => (other === row ? revoked : other)),
    )
  }
}

function sameOccupant(a: CustomerSeat, b: CustomerSeat): boolean {
  const [one, other] = [seatOccupant(a), seatOccupant(b)]
  return one?.member_id === other?.member_id && one?.email?.toLowerCase() === other?.email?.toLowerCase()
}

const withSeats = (roster: SeatsList, seats: CustomerSeat[]): SeatsList => ({
  ...roster,
  seats,
  available_seats: availableSeats(seats, roster.total_seats),
})
