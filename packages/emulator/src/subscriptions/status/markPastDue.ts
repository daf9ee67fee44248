import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { sendChangeMessages, relevantFields } from './sendChangeMessages.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { revokeSeatsIfLapsed } from '../entitlement/revokeSeatsIfLapsed.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Makes a subscription past due after a failed payment. Its seats are revoked now, unless there is a grace period. */
export function markPastDue(ruleContext: RuleContext, subscription: Subscription): void {
  const { row } = subscription
  if (row.ended_at !== null) return
  const before = relevantFields(subscription)
  row.status = 'past_due'
  row.past_due_at ??= ruleContext.clock.now()
  saveSubscription(ruleContext, subscription)
  sendChangeMessages(ruleContext, subscription, before)
  revokeSeatsIfLapsed(ruleContext, subscription)
}
