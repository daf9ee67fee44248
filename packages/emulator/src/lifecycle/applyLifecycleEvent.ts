import type { Context } from '../domain/context/Context.ts'
import { runRule } from '../domain/context/RuleContext.ts'
import { subscriptions } from '../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../subscriptions/state/loadSubscription.ts'
import type { Subscription } from '../subscriptions/state/Subscription.ts'
import { lifecycleRules, eventsAllowedFor, type LifecycleEvent } from './lifecycleRules.ts'

/**
 * Thrown for a lifecycle event that a subscription's status does not allow. The error's `name` is part of the control
 * API.
 */
export class LifecycleEventNotAllowed extends Error {
  /** The events that the status allows. */
  readonly possible: readonly LifecycleEvent[]

  constructor(event: LifecycleEvent, { row }: Subscription) {
    const possible = eventsAllowedFor(row.status)
    const allowedText = possible.length > 0 ? `It allows ${possible.join(', ')}` : 'It allows no event'
    super(`The status ${row.status} does not allow ${event}. ${allowedText}.`)
    this.name = 'LifecycleEventNotAllowed'
    this.possible = possible
  }
}

/**
 * Applies an event in the life of a subscription, with all its consequences (seats, webhooks, emails), in one
 * transaction. Returns the subscription, or undefined if no subscription has this id.
 * @throws LifecycleEventNotAllowed if the status does not allow the event.
 */
export function applyLifecycleEvent(context: Context, id: string, event: LifecycleEvent): Subscription | undefined {
  return runRule(context, (ruleContext) => {
    const row = subscriptions.byId(ruleContext.database, id)
    if (!row) return undefined
    const subscription = subscriptionOf(ruleContext.database, row)
    const { allowedStatuses, apply } = lifecycleRules[event]
    if (!allowedStatuses.includes(row.status)) throw new LifecycleEventNotAllowed(event, subscription)
    apply(ruleContext, subscription)
    return subscription
  })
}
