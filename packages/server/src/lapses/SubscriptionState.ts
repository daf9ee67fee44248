import { isObject } from '../internal/isObject.ts'
import { preciseTime } from '../internal/microseconds.ts'

/**
 * The state of a subscription at one time: the fields that decide whether its seats have benefits. Times have
 * microseconds.
 */
export interface SubscriptionState {
  /** The time of the subscription's last change. A later state has a greater version. */
  version: string
  status: string
  past_due_at: string | null
  paused_at: string | null
  ended_at: string | null
}

/**
 * Reads the state from a subscription of an event or an answer. Returns `undefined` if the value is not a subscription.
 */
export function readSubscriptionState(subscription: unknown): SubscriptionState | undefined {
  if (!isObject(subscription) || typeof subscription.status !== 'string') return undefined
  const version = timeOf(subscription.modified_at) ?? timeOf(subscription.created_at)
  if (version === null) return undefined
  return {
    version,
    status: subscription.status,
    past_due_at: timeOf(subscription.past_due_at),
    paused_at: timeOf(subscription.paused_at),
    ended_at: timeOf(subscription.ended_at),
  }
}

/** Returns the newest state. */
export const latestOf = (states: readonly SubscriptionState[]): SubscriptionState | undefined =>
  states.reduce<SubscriptionState | undefined>(
    (latest, state) => (latest !== undefined && latest.version >= state.version ? latest : state),
    undefined,
  )

/** Returns whether people can use the benefits of the subscription's seats. */
export const isActive = ({ status, ended_at }: SubscriptionState): boolean =>
  ended_at === null && (status === 'active' || status === 'trialing')

/** Returns whether the subscription is unpaid or paused, but may become active again. */
export const isLapsed = ({ status, ended_at }: SubscriptionState): boolean =>
  ended_at === null && (status === 'past_due' || status === 'paused')

/** Returns whether the subscription is over. Nobody gets a seat back on it. */
export const isEnded = ({ status, ended_at }: SubscriptionState): boolean =>
  ended_at !== null || status === 'canceled' || status === 'unpaid' || status === 'incomplete_expired'

function timeOf(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? preciseTime(value) : null
}
