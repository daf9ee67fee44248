import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * Returns a function that takes a roster and the time in milliseconds. It returns the same time as before until the
 * roster changes or one of its invitations expires. So a list that depends on it is not created again each second.
 */
export function createExpiryClock(): (seats: readonly CustomerSeat[], now: number) => number {
  let known: { seats: readonly CustomerSeat[]; at: number; next: number } | undefined
  return (seats, now) => {
    if (known?.seats !== seats || now >= known.next || now < known.at) {
      known = { seats, at: now, next: nextExpiry(seats, now) }
    }
    return known.at
  }
}

function nextExpiry(seats: readonly CustomerSeat[], now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { status, invitation_token_expires_at: expires } of seats) {
    const at = status === 'pending' && expires !== null ? Date.parse(expires) : Number.NaN
    if (at > now && at < next) next = at
  }
  return next
}
