import type { Work } from '../../domain/context/Work.ts'
import { products } from '../../storage/billing/products.ts'
import { voidOrders } from './voidOrders.ts'
import { mailCustomer } from '../messages/mailCustomer.ts'
import { sendSubscription } from '../messages/sendSubscription.ts'
import { sendState } from '../messages/sendState.ts'
import { isActive, isRevoked, type Subscription } from '../state/Subscription.ts'

/** The fields of a subscription before a change that its consequences depend on. */
export interface Before {
  status: string
  isCanceled: boolean
}

export const beforeOf = ({ row }: Subscription): Before => ({
  status: row.status,
  isCanceled: row.canceled_at !== null,
})

interface Transition {
  type: Parameters<typeof sendSubscription>[2]
  happened: (before: Before, after: Before) => boolean
  /** Returns the subject of an email, or undefined if there is none. */
  subject?: (product: string, before: Before, after: Before) => string | undefined
}

const becameActive = (before: Before, after: Before) => isActive(after.status) && !isActive(before.status)
const became = (status: string) => (before: Before, after: Before) =>
  after.status === status && before.status !== status
const becameRevoked = (before: Before, after: Before) => isRevoked(after.status) && !isRevoked(before.status)

// In the order of the webhooks.
const transitions: readonly Transition[] = [
  { type: 'subscription.updated', happened: () => true },
  {
    type: 'subscription.active',
    happened: (before, after) => becameActive(before, after) && before.status !== 'paused',
  },
  { type: 'subscription.paused', happened: became('paused') },
  {
    type: 'subscription.resumed',
    happened: (before, after) => becameActive(before, after) && before.status === 'paused',
    subject: (product) => `Your ${product} subscription has resumed`,
  },
  {
    type: 'subscription.uncanceled',
    happened: (before, after) => before.isCanceled && !after.isCanceled,
    subject: (product) => `Your ${product} subscription is uncanceled`,
  },
  {
    type: 'subscription.past_due',
    happened: became('past_due'),
    subject: (product) => `Your ${product} payment failed`,
  },
  {
    type: 'subscription.canceled',
    happened: (before, after) =>
      (after.isCanceled && !before.isCanceled) || (becameRevoked(before, after) && before.isCanceled),
    // There is another email for the end.
    subject: (product, before, after) =>
      becameRevoked(before, after) ? undefined : `Your ${product} subscription cancellation`,
  },
  {
    type: 'subscription.revoked',
    happened: becameRevoked,
    subject: (product) => `Your ${product} subscription has ended`,
  },
]

/** Sends the webhooks and emails of a change in the real server's order. */
export function announce(work: Work, subscription: Subscription, before: Before): void {
  const after = beforeOf(subscription)
  for (const { type, happened, subject } of transitions) {
    if (!happened(before, after)) continue
    sendSubscription(work, subscription, type)
    const product = subject && products.byId(work.database, subscription.row.product_id)?.name
    const text = product === undefined ? undefined : subject?.(product, before, after)
    if (text !== undefined) mailCustomer(work, subscription.row.customer_id, text)
  }
  if (becameRevoked(before, after)) work.later(() => voidOrders(work, subscription))
  sendState(work, subscription.row.customer_id)
}
