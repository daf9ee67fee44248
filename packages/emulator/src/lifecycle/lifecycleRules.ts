import * as z from 'zod/mini'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { cancelSubscription } from '../subscriptions/changes/cancelSubscription.ts'
import { makeChange } from '../subscriptions/changes/changeSubscription.ts'
import { cycle } from '../subscriptions/renewal/cycle.ts'
import { markActive } from '../subscriptions/status/markActive.ts'
import { markPastDue } from '../subscriptions/status/markPastDue.ts'
import { revokeSeatsIfLapsed } from '../subscriptions/entitlement/revokeSeatsIfLapsed.ts'
import type { Subscription } from '../subscriptions/state/Subscription.ts'
import type { SubscriptionStatus } from '../storage/database/rows.ts'

/**
 * The events in the life of a subscription that no API call can cause.
 */
export const lifecycleEvents = [
  'payment_failed',
  'payment_retry_failed',
  'payment_recovered',
  'payment_given_up',
  'period_end',
] as const

export type LifecycleEvent = (typeof lifecycleEvents)[number]

/** The body of `POST /_emulator/subscriptions/{id}/lifecycle`. */
export const lifecycleSchema = z.strictObject({ event: z.enum(lifecycleEvents) })

interface LifecycleRule {
  /** The statuses that allow the event. */
  allowedStatuses: readonly SubscriptionStatus[]
  apply: (ruleContext: RuleContext, subscription: Subscription) => void
}

export const lifecycleRules: Readonly<Record<LifecycleEvent, LifecycleRule>> = {
  payment_failed: { allowedStatuses: ['trialing', 'active'], apply: markPastDue },
  payment_retry_failed: { allowedStatuses: ['past_due'], apply: revokeSeatsIfLapsed },
  payment_recovered: { allowedStatuses: ['past_due'], apply: markActive },
  payment_given_up: {
    allowedStatuses: ['past_due'],
    apply: (ruleContext, subscription) =>
      makeChange(ruleContext, subscription, () =>
        cancelSubscription(ruleContext, subscription, { reason: null, comment: null, immediately: true }),
      ),
  },
  period_end: {
    allowedStatuses: ['trialing', 'active'],
    apply: (ruleContext, subscription) =>
      makeChange(ruleContext, subscription, () => {
        cycle(ruleContext, subscription)
        return {}
      }),
  },
}

/** Returns the events that a status allows. */
export const eventsAllowedFor = (status: SubscriptionStatus): LifecycleEvent[] =>
  lifecycleEvents.filter((event) => lifecycleRules[event].allowedStatuses.includes(status))
