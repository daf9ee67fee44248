import { seatOccupant, type CustomerSeat, type SeatOccupant } from '@seats/core'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import { noteKey } from './noteKey.ts'

/** A person who has or had a seat. */
export interface RecoveryPerson extends SeatOccupant {
  /** Identifies the person in a plan. */
  key: string
}

/**
 * The note that a person has a seat. It is written while they have the seat, because a revoked seat does not name its
 * last occupant.
 */
export interface SeatRecord {
  person: RecoveryPerson
  seatId: string
  /** The time of the assignment, in microseconds. */
  assignedAt: number
  status: 'pending' | 'claimed'
  /** The time at which the invitation expires. */
  expiresAt: string | null
  metadata: Record<string, unknown> | null
  customerId: string | null
}

/**
 * Returns the record of a seat that somebody has, or `undefined` if the seat names nobody or does not show when it was
 * assigned.
 */
export function recordOf(seat: CustomerSeat): SeatRecord | undefined {
  const occupant = seatOccupant(seat)
  const at = assignedAtMicroseconds(seat)
  const status = seat.status === 'pending' ? 'pending' : seat.status === 'claimed' ? 'claimed' : undefined
  if (occupant === null || at === undefined) return undefined
  const key = occupant.member_id ?? occupant.email?.toLowerCase()
  if (key === undefined || status === undefined) return undefined
  return {
    person: { ...occupant, key },
    seatId: seat.id,
    assignedAt: at,
    status,
    expiresAt: seat.invitation_token_expires_at,
    metadata: seat.seat_metadata,
    customerId: seat.member?.customer_id ?? seat.customer_id,
  }
}

/**
 * Returns the key of a record. The status is part of the key, so that a late event of the invitation cannot replace the
 * record of the claim.
 */
export const recordKey = (source: string, { person, seatId, assignedAt, status }: SeatRecord): string =>
  noteKey('seat', source, person.key, seatId, assignedAt, status)

export const revokeKey = (source: string, seatId: string, assignedAt: number): string =>
  noteKey('revoke', source, seatId, assignedAt)
