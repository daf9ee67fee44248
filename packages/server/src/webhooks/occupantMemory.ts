import type { CustomerSeat, SeatOccupant } from '@seats/core'
import { seatOccupant } from '@seats/core'
import type { SeatsStore } from '../store/SeatsStore.ts'

interface Remembered {
  /** When the seat was as it is remembered, in milliseconds. */
  at: number
  occupant: SeatOccupant
}

/** Invitations end, seats do not: a year, after which a revoke may not say whose seat it was. */
const seconds = 365 * 24 * 3600

const keyOf = (seat: CustomerSeat) => `occupant:${seat.id}`

/** Keeps whose seat it is, unless something newer is known. */
export async function rememberOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const occupant = seatOccupant(seat)
  const at = Date.parse(seat.modified_at ?? seat.created_at)
  if (occupant === null) return
  const known = await recall(store, seat)
  if (known !== undefined && known.at > at) return
  await store.set(keyOf(seat), JSON.stringify({ at, occupant } satisfies Remembered), { seconds })
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
  const known = await recallFormer(store, seat)
  if (known !== undefined) return known.occupant
  return email === null ? null : { email, member_id: null, external_member_id: null, name: null }
}

/** Once it is told, it is nobody's business any more. */
export async function forgetOccupant(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  if ((await recallFormer(store, seat)) !== undefined) await store.delete(keyOf(seat))
}

/** A seat's id outlives its occupant: whoever got it after the revoke has not lost it. */
async function recallFormer(store: SeatsStore, revoked: CustomerSeat): Promise<Remembered | undefined> {
  const known = await recall(store, revoked)
  return known !== undefined && known.at > Date.parse(revoked.revoked_at ?? '') ? undefined : known
}

async function recall(store: SeatsStore, seat: CustomerSeat): Promise<Remembered | undefined> {
  const text = await store.get(keyOf(seat))
  // Only `rememberOccupant` writes under this key.
  return text === null ? undefined : (JSON.parse(text) as Remembered)
}
