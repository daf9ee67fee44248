import { checkTime } from '../internal/input/checkTime.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/** The moment that a pure function judges by. */
export interface MomentOptions {
  /**
   * Milliseconds. Default: `Date.now()`, which can be wrong on a visitor's machine: give `client.earliestNow()` where
   * being early does harm.
   */
  now?: number | undefined
}

/**
 * Tells whether a pending seat's invitation can no longer be claimed. Resending does not renew it: `reinviteSeat` does.
 *
 * @throws SeatsError `ConfigurationError` if `now` is not a number of milliseconds
 *
 * @example
 * ```ts
 * import { isInvitationExpired, type CustomerSeat } from '@seats/core'
 *
 * const canResend = (seat: CustomerSeat) => seat.status === 'pending' && !isInvitationExpired(seat)
 * ```
 */
export function isInvitationExpired(seat: CustomerSeat, { now = Date.now() }: MomentOptions = {}): boolean {
  checkTime(now)
  const { status, invitation_token_expires_at: expires } = seat
  return status === 'pending' && expires !== null && Date.parse(expires) <= now
}
