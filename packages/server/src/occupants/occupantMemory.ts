import type { CustomerSeat, SeatOccupant } from '@seats/core'
import { seatOccupant } from '@seats/core'
import type { SeatsStore } from '../store/SeatsStore.ts'

/**
 * The time for which an occupant is stored: one year. If the seat is revoked after that, the app may not learn who lost
 * it.
 */
const keptSeconds = 365 * 24 * 3600

/**
 * Returns the key of one assignment of a seat, or `undefined` if the seat does not show the assignment's time.
 *
 * A seat's id stays the same when its occupant changes. But each assignment has its own time: the expiry of the
 * invitation, or the time of the claim if there was no invitation. Neither a claim nor a revoke changes that time. So
 * events may arrive in any order, and each finds the right occupant.
 */
function occupantKey({ id, invitation_token_expires_at, claimed_at }: CustomerSeat): string | undefined {
  const timeMs = Date.parse(invitation_token_expires_at ?? claimed_at ?? '')
  return Number.isNaN(timeMs) ? undefined : `occupant:${id}:${timeMs}`
}

/**
 * Stores the occupant of a seat. A claimed seat shows more about its occupant than a pending one. So a pending seat
 * does not replace an occupant that is already stored.
 */
export async function rememberOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const occupant = seatOccupant(seat)
  const key = occupantKey(seat)
  if (occupant === null || key === undefined) return
  await store.set(key, JSON.stringify(occupant), { seconds: keptSeconds, ifAbsent: seat.claimed_at === null })
}

/**
 * Resolves with the person who lost a revoked seat. Uses the event if it still names the person, and otherwise the
 * stored occupant. Resolves with null if neither names the person.
 */
export async function formerOccupant(store: SeatsStore, seat: CustomerSeat): Promise<SeatOccupant | null> {
  const { member, customer_email: email } = seat
  if (member !== null) {
    return {
      email: email ?? member.email,
      member_id: member.id,
      external_member_id: member.external_id,
      name: member.name,
    }
  }
  const key = occupantKey(seat)
  const stored = key === undefined ? null : await store.get(key)
  // Only `rememberOccupant` writes values under this key.
  if (stored !== null) return JSON.parse(stored) as SeatOccupant
  return email === null ? null : { email, member_id: null, external_member_id: null, name: null }
}

/** Deletes the stored occupant, once the event of the revoke has been handled. */
export async function forgetOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const key = occupantKey(seat)
  if (key !== undefined) await store.delete(key)
}
