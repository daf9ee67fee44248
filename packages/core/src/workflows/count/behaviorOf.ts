import { misconfigured } from '../../internal/input/misconfigured.ts'
import type { ClientInternals } from '../../internal/wire/internals.ts'
import type { ProrationChoice, ProrationBehavior, SeatSubscription } from '../../schemas/SeatSubscription.ts'

/** Decides how a change of the seat count is charged. Only a client with an organization token can choose. */
export interface BehaviorOption {
  /**
   * One behavior for all changes, or one for each direction. Default: `invoice` for more seats, `next_period` for
   * fewer.
   */
  behavior?: ProrationChoice | { increase: ProrationChoice; decrease: ProrationChoice } | undefined
}

type Behavior = BehaviorOption['behavior']

/** @throws SeatsError `ConfigurationError` for a `behavior` if this client cannot choose it */
export function checkBehavior({ mode }: ClientInternals, behavior: Behavior): void {
  if (behavior === undefined || mode === 'organization') return
  throw misconfigured(
    mode === 'session'
      ? 'With a session you cannot choose `behavior`: the organization’s setting decides. Leave it out.'
      : '`behavior` is not the browser’s to choose: set `proration` in createSeatsHandler. Leave it out.',
  )
}

/** Returns the way in which a change to this seat count is charged. */
export function behaviorOf(
  { mode }: ClientInternals,
  { seats, product }: SeatSubscription,
  count: number,
  behavior: Behavior = { increase: 'invoice', decrease: 'next_period' },
): ProrationBehavior {
  // With a session, the organization's setting decides. Polar's default for this setting is `prorate`.
  if (mode === 'session') return product?.organization?.proration_behavior ?? 'prorate'
  if (typeof behavior === 'string') return behavior
  return count > (seats ?? 0) ? behavior.increase : behavior.decrease
}
