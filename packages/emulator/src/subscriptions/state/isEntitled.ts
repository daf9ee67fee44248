import { dayMicroseconds } from '../../clock/dayMicroseconds.ts'
import type { Context } from '../../domain/context/Context.ts'
import type { SubscriptionRow } from '../../storage/billing/subscriptions.ts'
import { isActive } from './Subscription.ts'

/**
 * Returns whether a subscription entitles people to its seats and benefits. This is so if the subscription is active or
 * in a trial, or if it is past due or unpaid and the grace period has not ended.
 */
export const isEntitled = (context: Pick<Context, 'clock'>, row: SubscriptionRow): boolean =>
  isActive(row.status) || isWithinGrace(context, row)

export function isWithinGrace({ clock }: Pick<Context, 'clock'>, row: SubscriptionRow): boolean {
  if (row.status !== 'past_due' && row.status !== 'unpaid') return false
  if (row.benefit_revocation_grace_period === 0 || row.past_due_at === null) return false
  return clock.now() < row.past_due_at + row.benefit_revocation_grace_period * dayMicroseconds
}
