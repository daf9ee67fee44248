import { checkTime } from '../internal/input/checkTime.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'

/** The option `now` of functions that depend on the time. */
export interface NowOption {
  /**
   * The time in milliseconds. Default: `Date.now()`, which can be wrong on a visitor's machine. Give
   * `client.earliestNow()` if a valid invitation must never count as expired.
   */
  now?: number | undefined
}

/**
 * Returns whether a pending seat's invitation has expired. Resending does not renew the invitation: use `reinviteSeat`.
 *
 * @throws SeatsError `ConfigurationError` if `now` is not a number of milliseconds.
 *
 * @example
 * ```ts
 * import { isInvitationExpired, type CustomerSeat } from '@seats/core'
 *
 * const canResend = (seat: CustomerSeat) => seat.status === 'pending' && !isInvitationExpired(seat)
 * ```
 */
export function isInvitationExpired(seat: CustomerSeat, { now = Date.now() }: NowOption = {}): boolean {
  checkTime(now)
  const { status, invitation_token_expires_at: expires } = seat
  return status === 'pending' && expires !== null && Date.parse(expires) <= now
}
