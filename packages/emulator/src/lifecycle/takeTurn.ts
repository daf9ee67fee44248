import type { Context } from '../domain/context/Context.ts'
import { runWork } from '../domain/context/Work.ts'
import { subscriptions } from '../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../subscriptions/state/loadSubscription.ts'
import type { Subscription } from '../subscriptions/state/Subscription.ts'
import { turns, turnsFrom, type LifecycleEvent } from './turns.ts'

/** Thrown for a turn that a subscription's status does not allow. */
export class ImpossibleTurn extends Error {
  /** The turns that the status allows. */
  readonly possible: readonly LifecycleEvent[]

  constructor(event: LifecycleEvent, { row }: Subscription) {
    const possible = turnsFrom(row.status)
    const instead = possible.length > 0 ? `It allows ${possible.join(', ')}` : 'It allows no turn'
    super(`The status ${row.status} does not allow ${event}. ${instead}.`)
    this.name = 'ImpossibleTurn'
    this.possible = possible
  }
}

/**
 * Makes a turn in the life of a subscription with everything that follows (seats, webhooks, emails), in one
 * transaction. Returns the subscription, or undefined if there is none with that id.
 * @throws ImpossibleTurn if the status does not allow the turn.
 */
export function takeTurn(context: Context, id: string, event: LifecycleEvent): Subscription | undefined {
  return runWork(context, (work) => {
    const row = subscriptions.byId(work.database, id)
    if (!row) return undefined
    const subscription = subscriptionOf(work.database, row)
    const { from, take } = turns[event]
    if (!from.includes(row.status)) throw new ImpossibleTurn(event, subscription)
    take(work, subscription)
    return subscription
  })
}
