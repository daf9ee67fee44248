import type { RuleContext } from '../../domain/context/RuleContext.ts'
import type { Change } from '../state/Change.ts'
import { alreadyCanceled, cannotUncancel, resourceUnavailable } from '../state/errors.ts'
import { revokeSeatsIfLapsed } from '../entitlement/revokeSeatsIfLapsed.ts'
import { isBillable, type Subscription } from '../state/Subscription.ts'

export interface Cancellation {
  reason: string | null
  comment: string | null
}

/**
 * Ends a subscription at once or at the end of its period. If `keepsSeats` is true, the caller revokes the seats.
 * @throws PolarError if the subscription has ended, or if it is already going to end and `immediately` is false.
 */
export function cancelSubscription(
  ruleContext: RuleContext,
  subscription: Subscription,
  { reason, comment, immediately, keepsSeats }: Cancellation & { immediately: boolean; keepsSeats?: boolean },
): Change {
  const { row } = subscription
  if (!canCancel(subscription, immediately)) throw alreadyCanceled()
  const now = ruleContext.clock.now()
  row.canceled_at = now
  row.pause_at_period_end = 0
  row.resumes_at = null
  if (reason) row.customer_cancellation_reason = reason
  if (comment) row.customer_cancellation_comment = comment
  if (immediately) {
    row.ends_at = now
    row.ended_at = now
    row.status = 'canceled'
    if (!keepsSeats) revokeSeatsIfLapsed(ruleContext, subscription)
  } else {
    row.cancel_at_period_end = 1
    row.ends_at = row.current_period_end
  }
  return {}
}

export function canCancel({ row }: Subscription, immediately: boolean): boolean {
  if (immediately && row.status === 'paused') return row.ended_at === null
  if (!isBillable(row.status) || row.ended_at !== null) return false
  return immediately || (!row.cancel_at_period_end && row.ends_at === null)
}

export const canUncancel = ({ row }: Subscription): boolean => row.cancel_at_period_end === 1 && isBillable(row.status)

/** Takes back a cancellation for the end of the period. @throws PolarError if there is no such cancellation. */
export function uncancelSubscription(subscription: Subscription): Change {
  const { row } = subscription
  if (row.ended_at !== null) throw resourceUnavailable()
  if (!canUncancel(subscription)) throw cannotUncancel()
  row.cancel_at_period_end = 0
  row.ends_at = null
  row.canceled_at = null
  row.customer_cancellation_reason = null
  row.customer_cancellation_comment = null
  return {}
}
