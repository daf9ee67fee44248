import type { CustomerSeat } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { createSurvivorCheck, findMassRevokes, type MassRevoke } from './findMassRevokes.ts'
import { lapsesOf } from './lapsesOf.ts'
import { isActive, latestOf, type SubscriptionState } from './SubscriptionState.ts'
import type { SeatCause } from './SeatCause.ts'

/** A roster that was read after a revoke, with everything that is known about its subscription. */
export interface Evidence {
  seats: readonly CustomerSeat[]
  /** The known states of the subscription, in any order. Empty for an order, which cannot lapse. */
  subscriptionStates: readonly SubscriptionState[]
  massRevokes: readonly MassRevoke[]
  /** Returns whether the roster shows a person who had a seat before and after this time, in microseconds. */
  hasSurvivor: (at: number) => boolean
}

/** The longest time between a subscription's end and the revokes that it causes. */
const endToleranceMicroseconds = 60_000_000

export function evidenceOf(seats: readonly CustomerSeat[], subscriptionStates: readonly SubscriptionState[]): Evidence {
  const boundaries = subscriptionStates.flatMap(({ past_due_at, paused_at, ended_at }) =>
    [past_due_at, paused_at, ended_at].flatMap((time) => (time === null ? [] : microseconds(time))),
  )
  const hasSurvivor = createSurvivorCheck(seats)
  return { seats, subscriptionStates, massRevokes: findMassRevokes(seats, boundaries, hasSurvivor), hasSurvivor }
}

/**
 * Returns the cause of a revoke. Returns `person` or `lapse` only if that is certain, because an app may delete data
 * after `person` and give the seat back after `lapse`.
 *
 * @param revokedAt The time of the revoke, in microseconds.
 */
export function causeOfRevoke(
  revokedAt: number,
  { subscriptionStates, massRevokes, hasSurvivor }: Evidence,
): SeatCause {
  const massRevoke = massRevokes.find(({ from, to }) => from <= revokedAt && revokedAt <= to)
  // If a person kept a seat, Polar has not revoked all seats, so this was not a lapse.
  if (massRevoke === undefined && hasSurvivor(revokedAt)) return 'person'
  const latest = latestOf(subscriptionStates)
  if (latest === undefined) return 'unknown'
  const isRevokedSince = (time: string) => revokedAt >= microseconds(time)
  const isCausedByEnd = ({ ended_at }: SubscriptionState) =>
    ended_at !== null && Math.abs(revokedAt - microseconds(ended_at)) <= endToleranceMicroseconds
  if (massRevoke !== undefined && isCausedByEnd(latest)) return 'ended'
  const isDuringLapse = lapsesOf(subscriptionStates).some(
    ({ from, to }) => isRevokedSince(from) && (to === null || !isRevokedSince(to)),
  )
  if (isDuringLapse) {
    return massRevoke !== undefined && massRevoke.count > 1 ? 'lapse' : 'unknown'
  }
  // If the subscription is active now and has not changed since the revoke, it was active at that time.
  return isActive(latest) && isRevokedSince(latest.version) ? 'person' : 'unknown'
}
