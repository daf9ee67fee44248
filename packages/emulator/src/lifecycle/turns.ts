import * as z from 'zod/mini'
import type { Work } from '../domain/context/Work.ts'
import { cancelSubscription } from '../subscriptions/changes/cancelSubscription.ts'
import { makeChange } from '../subscriptions/changes/changeSubscription.ts'
import { cycle } from '../subscriptions/renewal/cycle.ts'
import { markActive } from '../subscriptions/standing/markActive.ts'
import { markPastDue } from '../subscriptions/standing/markPastDue.ts'
import { settleSeats } from '../subscriptions/settle/settleSeats.ts'
import type { Subscription } from '../subscriptions/state/Subscription.ts'
import type { SubscriptionStatus } from '../storage/database/rows.ts'

/**
 * The turns in the life of a subscription that no call can make. A turn is an event and everything that follows from
 * it.
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

interface Turn {
  /** The statuses that allow the turn. */
  from: readonly SubscriptionStatus[]
  take: (work: Work, subscription: Subscription) => void
}

export const turns: Readonly<Record<LifecycleEvent, Turn>> = {
  payment_failed: { from: ['trialing', 'active'], take: markPastDue },
  payment_retry_failed: { from: ['past_due'], take: settleSeats },
  payment_recovered: { from: ['past_due'], take: markActive },
  payment_given_up: {
    from: ['past_due'],
    take: (work, subscription) =>
      makeChange(work, subscription, () =>
        cancelSubscription(work, subscription, { reason: null, comment: null, immediately: true }),
      ),
  },
  period_end: {
    from: ['trialing', 'active'],
    take: (work, subscription) =>
      makeChange(work, subscription, () => {
        cycle(work, subscription)
        return {}
      }),
  },
}

/** Returns the turns that a status allows. */
export const turnsFrom = (status: SubscriptionStatus): LifecycleEvent[] =>
  lifecycleEvents.filter((event) => turns[event].from.includes(status))
