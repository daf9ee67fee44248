import type { Work } from '../domain/Work.ts'
import type { WebhookType } from '../webhooks/WebhookType.ts'
import type { Subscription } from './Subscription.ts'
import { subscriptionJson } from './subscriptionJson.ts'

/** Tells the organization's endpoints of a subscription, as it is now. */
export function sendSubscription(
  { webhooks, database }: Pick<Work, 'webhooks' | 'database'>,
  subscription: Subscription,
  type: Extract<WebhookType, `subscription.${string}`>,
): void {
  webhooks.enqueue(subscription.row.organization_id, type, () => subscriptionJson(database, subscription))
}
