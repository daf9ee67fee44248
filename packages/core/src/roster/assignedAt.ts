import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/** Milliseconds from an assignment to the expiry of its invitation. */
const invitationLifetimeMs = 24 * 60 * 60 * 1000

/**
 * Returns when the occupant of a seat got it: milliseconds since 1970, on the server's clock. Null if the seat does not
 * tell. A row's own times do not tell either, because its id outlives its occupant.
 */
export function assignedAt(seat: CustomerSeat): number | null {
  if (seat.status === 'revoked') return null
  // Claiming keeps the expiry. Without one, the seat was claimed as it was assigned.
  const { invitation_token_expires_at: expires, claimed_at: claimed } = seat
  const time = expires === null ? parseTime(claimed ?? '') : parseTime(expires) - invitationLifetimeMs
  return Number.isNaN(time) ? null : time
}

/** `Date` has whole milliseconds, and Polar's times have microseconds. */
export const parseTime = (time: string): number => Date.parse(time) + Number(`0.${/\.\d{3}(\d+)/.exec(time)?.[1] ?? 0}`)
