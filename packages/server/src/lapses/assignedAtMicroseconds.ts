import type { CustomerSeat } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'

/** Microseconds from an assignment to the expiry of its invitation. */
const invitationLifetimeMicroseconds = 24 * 3600 * 1_000_000

type Times = Pick<CustomerSeat, 'invitation_token_expires_at' | 'claimed_at'>

/**
 * Returns the time at which the latest occupant got the seat, in microseconds, or `undefined` if the seat does not show
 * that time. The seat's id and this time identify an assignment, because neither a claim nor a revoke changes them.
 */
export function assignedAtMicroseconds({
  invitation_token_expires_at: expires,
  claimed_at: claimed,
}: Times): number | undefined {
  const time = expires === null ? microseconds(claimed ?? '') : microseconds(expires) - invitationLifetimeMicroseconds
  return Number.isNaN(time) ? undefined : time
}
