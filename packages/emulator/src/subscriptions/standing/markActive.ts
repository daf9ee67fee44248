import type { Work } from '../../domain/context/Work.ts'
import { announce, beforeOf } from './announce.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { settleGrants } from '../settle/settleGrants.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Makes a subscription active after its payment. Nobody gets a seat back. */
export function markActive(work: Work, subscription: Subscription): void {
  const before = beforeOf(subscription)
  subscription.row.status = 'active'
  subscription.row.past_due_at = null
  saveSubscription(work, subscription)
  announce(work, subscription, before)
  settleGrants(work, subscription.row.id)
}
