import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { sendChangeMessages, relevantFields } from './sendChangeMessages.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { updateGrants } from '../entitlement/updateGrants.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Makes a subscription active after its payment. Revoked seats stay revoked. */
export function markActive(ruleContext: RuleContext, subscription: Subscription): void {
  const before = relevantFields(subscription)
  subscription.row.status = 'active'
  subscription.row.past_due_at = null
  saveSubscription(ruleContext, subscription)
  sendChangeMessages(ruleContext, subscription, before)
  updateGrants(ruleContext, subscription.row.id)
}
