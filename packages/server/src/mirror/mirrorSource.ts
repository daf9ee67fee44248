import { preciseTime } from '../internal/microseconds.ts'
import { isObject } from '../internal/isObject.ts'
import type { MirrorSource } from './MirrorTable.ts'

export interface SourceChange {
  /** A subscription of an event or of an answer. */
  subscription: unknown
  /** The event's time. Undefined for a subscription that was read. */
  timestamp?: string | undefined
}

/** Returns the row after a change of a subscription, or `undefined` if the row stays as it is. */
export function mirrorSubscription(
  before: MirrorSource | undefined,
  { subscription, timestamp }: SourceChange,
): MirrorSource | undefined {
  if (!isObject(subscription) || typeof subscription.id !== 'string') return undefined
  const changedAt = subscription.modified_at ?? subscription.created_at
  if (typeof changedAt !== 'string') return undefined
  const pendingUpdate = isObject(subscription.pending_update) ? subscription.pending_update : {}
  const row = {
    id: subscription.id,
    kind: 'subscription' as const,
    seats: typeof subscription.seats === 'number' ? subscription.seats : null,
    status: typeof subscription.status === 'string' ? subscription.status : null,
    scheduled_seats: typeof pendingUpdate.seats === 'number' ? pendingUpdate.seats : null,
    scheduled_at:
      typeof pendingUpdate.seats === 'number' && typeof pendingUpdate.applies_at === 'string'
        ? pendingUpdate.applies_at
        : null,
  }
  // Scheduling a change does not change the subscription's `modified_at`, so the time of the event is part of the
  // version.
  const modifiedTime = preciseTime(changedAt)
  const version = timestamp === undefined ? modifiedTime : `${modifiedTime} ${preciseTime(timestamp)}`
  if (before === undefined) return { ...row, version }
  const beforeModified = before.version.split(' ')[0] ?? ''
  const isNewer = timestamp === undefined ? modifiedTime >= beforeModified : version > before.version
  if (!isNewer) return undefined
  const next = { ...row, version: version > before.version ? version : before.version }
  return isEqual(next, before) ? undefined : next
}

/** Returns the row of an order with this number of seats, or `undefined` if it stays as it is. */
export function mirrorOrder(before: MirrorSource | undefined, id: string, seats: number): MirrorSource | undefined {
  const row = {
    id,
    kind: 'order' as const,
    seats,
    status: null,
    scheduled_seats: null,
    scheduled_at: null,
    version: '',
  }
  return before !== undefined && isEqual(row, before) ? undefined : row
}

const isEqual = (a: MirrorSource, b: MirrorSource) =>
  (['seats', 'status', 'scheduled_seats', 'scheduled_at', 'version'] as const).every(
    (column) => a[column] === b[column],
  )
