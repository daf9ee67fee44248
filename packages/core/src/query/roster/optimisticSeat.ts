import { optimisticPrefix } from '../../roster/optimisticPrefix.ts'
import { identifierKinds } from '../../roster/identifierNormalizers.ts'
import { withSeats } from '../../roster/patchRoster.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import { sameOccupant } from '../../roster/sameOccupant.ts'
import { seatOccupant } from '../../roster/seatOccupant.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { isSeatsList, type SeatsList } from '../../schemas/SeatsList.ts'
import type { Overlay } from './Overlay.ts'

/** Returns a temporary id, which no other page makes. */
const optimisticId = () => `${optimisticPrefix}${Math.random()}`

/**
 * Returns whether a seat is only shown in advance. Its assign is under way, its id is temporary, and no call can use it
 * yet.
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
  const time = new Date(now).toISOString()
  const email = invitee.email ?? null
  return {
    id: optimisticId(),
    created_at: time,
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
    claimed_at: invitee.immediate_claim ? time : null,
    revoked_at: null,
    seat_metadata: invitee.metadata ?? null,
  }
}

/** A recipient whose assign is under way, and the row that shows it. */
export interface Arrival {
  key: string
  seat: CustomerSeat
}

export const arrivalOf = (source: SeatSource, invitee: SeatInvitee, now: number): Arrival => ({
  key: recipientKey(invitee),
  seat: optimisticSeat(source, invitee, now),
})

/** Adds a row for each recipient who has none. Stops if no seat is free; then the server's answer decides. */
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

/** Shows the seat as revoked while the same person has it. */
export const revokeOverlay = (seat: CustomerSeat, now: number): Overlay =>
  replaceOverlay(seat, (row) => revokedSeat(row, new Date(now).toISOString()))

/**
 * Shows the invitation as renewed while the same person has the seat. A temporary id keeps other calls from using it.
 */
export function reinviteOverlay(seat: CustomerSeat): Overlay {
  const id = optimisticId()
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

/** Returns a key for each way in which a recipient can name the seat's occupant. */
function keysOf(seat: CustomerSeat): string[] {
  const occupant = seatOccupant(seat)
  return identifierKinds.flatMap((kind) => {
    const name = occupant?.[kind]
    return name ? [recipientKey({ [kind]: name })] : []
  })
}

/**
 * Returns a cached roster without the seats that are only shown in advance: an app may have stored what was shown to it.
 * Returns undefined for anything else.
 */
export function baseRoster(cached: unknown): SeatsList | undefined {
  if (!isSeatsList(cached)) return undefined
  const seats = cached.seats.filter((seat) => !isOptimisticSeat(seat))
  return seats.length === cached.seats.length ? cached : withSeats(cached, seats)
}
