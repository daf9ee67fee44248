import { optimisticPrefix } from '../../roster/optimisticPrefix.ts'
import { availableSeats } from '../../roster/patchRoster.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { Overlay } from './Overlay.ts'

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
export const isOptimisticSeat = (seat: CustomerSeat): boolean => seat.id.startsWith(optimisticPrefix)

/** A seat as it will be, under a temporary id. */
export function optimisticSeat(source: SeatSource, assignment: SeatInvitee, now: number): CustomerSeat {
  const time = new Date(now).toISOString()
  const email = assignment.email ?? null
  return {
    id: `${optimisticPrefix}${++count}`,
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
}

/** Who is under way, and the row that shows it. */
export interface Arrival {
  key: string
  seat: CustomerSeat
}

export const arrivalOf = (source: SeatSource, assignment: SeatInvitee, now: number): Arrival => ({
  key: recipientKey(assignment),
  seat: optimisticSeat(source, assignment, now),
})

/** A new row for each, but for those that have one and where no seat is free: there the answer decides. */
export const assignOverlay =
  (arrivals: () => Iterable<Arrival>): Overlay =>
  (roster) => {
    const seated = new Set(roster.seats.flatMap(keysOf))
    const rows: CustomerSeat[] = []
    for (const { key, seat } of arrivals()) {
      if (rows.length === roster.available_seats) break
      if (seated.has(key)) continue
      seated.add(key)
      rows.push(seat)
    }
    return rows.length === 0 ? roster : withSeats(roster, [...roster.seats, ...rows])
  }

/** The seat as revoked, as long as the same person has it. */
export const revokeOverlay = (seat: CustomerSeat, now: number): Overlay =>
  replaceOverlay(seat, (row) => revokedSeat(row, new Date(now).toISOString()))

/** The seat as invited anew, as long as the same person has it. Nothing can be done with it until it is. */
export function reinviteOverlay(seat: CustomerSeat): Overlay {
  const id = `${optimisticPrefix}${++count}`
  return replaceOverlay(seat, (row) => ({ ...row, id, invitation_token_expires_at: null }))
}

const revokedSeat = (seat: CustomerSeat, revoked_at: string): CustomerSeat => ({
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
    const seats = roster.seats.map((other) => (other === row ? replace(row) : other))
    return withSeats(roster, seats)
  }
}

/** Every way in which an occupant can be named. */
function keysOf(seat: CustomerSeat): string[] {
  const occupant = seatOccupant(seat)
  if (occupant === null) return []
  const { email, member_id, external_member_id } = occupant
  return [
    ...(email ? [recipientKey({ email })] : []),
    ...(member_id ? [recipientKey({ member_id })] : []),
    ...(external_member_id ? [recipientKey({ external_member_id })] : []),
  ]
}

/** The roster without the seats that are only shown in advance. */
export const withoutOptimisticSeats = (roster: SeatsList): SeatsList =>
  withSeats(
    roster,
    roster.seats.filter((seat) => !isOptimisticSeat(seat)),
  )

const withSeats = (roster: SeatsList, seats: CustomerSeat[]): SeatsList => ({
  ...roster,
  seats,
  available_seats: availableSeats(seats, roster.total_seats),
})
