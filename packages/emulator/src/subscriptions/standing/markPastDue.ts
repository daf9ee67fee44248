import type { Work } from '../../domain/context/Work.ts'
import { announce, beforeOf } from './announce.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { settleSeats } from '../settle/settleSeats.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Makes a subscription past due after a failed renewal. Its seats are revoked now, or after the grace period. */
export function markPastDue(work: Work, subscription: Subscription): void {
  const { row } = subscription
  if (row.ended_at !== null) return
  const before = beforeOf(subscription)
  row.status = 'past_due'
  row.past_due_at ??= work.clock.now()
  saveSubscription(work, subscription)
  announce(work, subscription, before)
  settleSeats(work, subscription)
}
