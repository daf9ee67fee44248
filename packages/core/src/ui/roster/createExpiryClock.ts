import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'

/**
 * Returns a function that takes the seats of a roster and the time in milliseconds. The function returns the same time
 * as before, until the seats change, one of their invitations expires, or the time goes back. So a list that is made
 * from the result is not made again each second.
 */
export function createExpiryClock(): (seats: readonly CustomerSeat[], now: number) => number {
  let lastResult: { seats: readonly CustomerSeat[]; timeMs: number; nextExpiryMs: number } | undefined
  return (seats, now) => {
    if (lastResult?.seats !== seats || now >= lastResult.nextExpiryMs || now < lastResult.timeMs) {
      lastResult = { seats, timeMs: now, nextExpiryMs: nextExpiry(seats, now) }
    }
    return lastResult.timeMs
  }
}

function nextExpiry(seats: readonly CustomerSeat[], now: number): number {
  let nextMs = Number.POSITIVE_INFINITY
  for (const { status, invitation_token_expires_at: expires } of seats) {
    const expiryMs = status === 'pending' && expires !== null ? Date.parse(expires) : Number.NaN
    if (expiryMs > now && expiryMs < nextMs) nextMs = expiryMs
  }
  return nextMs
}
