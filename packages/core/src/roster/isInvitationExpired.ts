import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/**
 * Whether a pending seat's invitation can no longer be claimed. `now` is in milliseconds.
 *
 * Resending cannot renew such an invitation: its expiry stays.
 *
 * @example
 * ```ts
 * import { isInvitationExpired, type CustomerSeat } from '@seats/core'
 *
 * const canResend = (seat: CustomerSeat) => seat.status === 'pending' && !isInvitationExpired(seat, Date.now())
 * ```
 */
export function isInvitationExpired(seat: CustomerSeat, now: number): boolean {
  const { status, invitation_token_expires_at: expires } = seat
  return status === 'pending' && expires !== null && Date.parse(expires) <= now
}
