import type { CustomerSeat, SeatOccupant } from '@seats/core'
import { seatOccupant } from '@seats/core'
import type { SeatsStore } from '../store/SeatsStore.ts'

/** Invitations end, seats do not: a year, after which a revoke may not say whose seat it was. */
const seconds = 365 * 24 * 3600

/**
 * A seat's id outlives its occupant. What tells one assignment of it from another is when its invitation ends, or when
 * it was claimed where it had none: a claim and a revoke leave that as it is. So events may come in any order and name
 * nobody but whom they are about. Undefined where a seat has neither.
 */
function keyOf({ id, invitation_token_expires_at, claimed_at }: CustomerSeat): string | undefined {
  const at = Date.parse(invitation_token_expires_at ?? claimed_at ?? '')
  return Number.isNaN(at) ? undefined : `occupant:${id}:${at}`
}

/** Keeps whose seat it is. Once it is claimed more is known of them, which an earlier version must not undo. */
export async function rememberOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const occupant = seatOccupant(seat)
  const key = keyOf(seat)
  if (occupant === null || key === undefined) return
  await store.set(key, JSON.stringify(occupant), { seconds, ifAbsent: seat.claimed_at === null })
}

/** Who lost a revoked seat: from the event where it tells, else from memory; null where neither does. */
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
  const key = keyOf(seat)
  const known = key === undefined ? null : await store.get(key)
  // Only `rememberOccupant` writes under this key.
  if (known !== null) return JSON.parse(known) as SeatOccupant
  return email === null ? null : { email, member_id: null, external_member_id: null, name: null }
}

/** Once it is told, it is nobody's business any more. */
export async function forgetOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const key = keyOf(seat)
  if (key !== undefined) await store.delete(key)
}
