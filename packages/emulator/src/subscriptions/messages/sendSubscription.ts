import type { RuleContext } from '../../domain/context/RuleContext.ts'
import type { WebhookType } from '../../webhooks/contract/WebhookType.ts'
import type { Subscription } from '../state/Subscription.ts'
import { subscriptionJson } from '../views/subscriptionJson.ts'

/** Sends a webhook with a subscription as it is now. */
export function sendSubscription(
  { webhooks, database }: Pick<RuleContext, 'webhooks' | 'database'>,
  subscription: Subscription,
  type: Extract<WebhookType, `subscription.${string}`>,
): void {
  webhooks.enqueue(subscription.row.organization_id, type, () => subscriptionJson(database, subscription))
}
