import { invitationLifetimeMs } from '../internal/runtime/invitationLifetimeMs.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Returns the time at which the occupant got the seat, in milliseconds of the server's clock, or null if the seat does
 * not show it. `created_at` would be wrong for a row that had other occupants before.
 */
export function assignedAt(seat: CustomerSeat): number | null {
  if (seat.status === 'revoked') return null
  // A claim does not change the expiry. A seat without an expiry was claimed at the moment of its assignment.
  const { invitation_token_expires_at: expires, claimed_at: claimed } = seat
  const time = expires === null ? parseTime(claimed ?? '') : parseTime(expires) - invitationLifetimeMs
  return Number.isNaN(time) ? null : time
}

/** Returns a time in milliseconds, with a fraction, because Polar's times have microseconds. */
export const parseTime = (time: string): number => Date.parse(time) + Number(`0.${/\.\d{3}(\d+)/.exec(time)?.[1] ?? 0}`)
