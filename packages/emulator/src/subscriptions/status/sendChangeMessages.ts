import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { products } from '../../storage/billing/products.ts'
import { voidOrders } from './voidOrders.ts'
import { mailCustomer } from '../messages/mailCustomer.ts'
import { sendSubscription } from '../messages/sendSubscription.ts'
import { sendState } from '../messages/sendState.ts'
import { isActive, isRevoked, type Subscription } from '../state/Subscription.ts'

/** The fields of a subscription that are compared before and after a change, to decide which messages are sent. */
export interface RelevantFields {
  status: string
  isCanceled: boolean
}

export const relevantFields = ({ row }: Subscription): RelevantFields => ({
  status: row.status,
  isCanceled: row.canceled_at !== null,
})

interface Transition {
  type: Parameters<typeof sendSubscription>[2]
  hasHappened: (before: RelevantFields, after: RelevantFields) => boolean
  /** Returns the subject of an email, or undefined if there is none. */
  subject?: (product: string, before: RelevantFields, after: RelevantFields) => string | undefined
}

const becameActive = (before: RelevantFields, after: RelevantFields) =>
  isActive(after.status) && !isActive(before.status)
const became = (status: string) => (before: RelevantFields, after: RelevantFields) =>
  after.status === status && before.status !== status
const becameRevoked = (before: RelevantFields, after: RelevantFields) =>
  isRevoked(after.status) && !isRevoked(before.status)

// In the order in which the webhooks are sent.
const transitions: readonly Transition[] = [
  { type: 'subscription.updated', hasHappened: () => true },
  {
    type: 'subscription.active',
    hasHappened: (before, after) => becameActive(before, after) && before.status !== 'paused',
  },
  { type: 'subscription.paused', hasHappened: became('paused') },
  {
    type: 'subscription.resumed',
    hasHappened: (before, after) => becameActive(before, after) && before.status === 'paused',
    subject: (product) => `Your ${product} subscription has resumed`,
  },
  {
    type: 'subscription.uncanceled',
    hasHappened: (before, after) => before.isCanceled && !after.isCanceled,
    subject: (product) => `Your ${product} subscription is uncanceled`,
  },
  {
    type: 'subscription.past_due',
    hasHappened: became('past_due'),
    subject: (product) => `Your ${product} payment failed`,
  },
  {
    type: 'subscription.canceled',
    hasHappened: (before, after) =>
      (after.isCanceled && !before.isCanceled) || (becameRevoked(before, after) && before.isCanceled),
    // If the subscription has ended, the email of `subscription.revoked` is sent instead.
    subject: (product, before, after) =>
      becameRevoked(before, after) ? undefined : `Your ${product} subscription cancellation`,
  },
  {
    type: 'subscription.revoked',
    hasHappened: becameRevoked,
    subject: (product) => `Your ${product} subscription has ended`,
  },
]

/** Sends the webhooks and emails about a change, in the real server's order. */
export function sendChangeMessages(ruleContext: RuleContext, subscription: Subscription, before: RelevantFields): void {
  const after = relevantFields(subscription)
  for (const { type, hasHappened, subject } of transitions) {
    if (!hasHappened(before, after)) continue
    sendSubscription(ruleContext, subscription, type)
    const product = subject && products.byId(ruleContext.database, subscription.row.product_id)?.name
    const text = product === undefined ? undefined : subject?.(product, before, after)
    if (text !== undefined) mailCustomer(ruleContext, subscription.row.customer_id, text)
  }
  if (becameRevoked(before, after)) ruleContext.runLater(() => voidOrders(ruleContext, subscription))
  sendState(ruleContext, subscription.row.customer_id)
}
